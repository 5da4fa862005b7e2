import fc from 'fast-check';
import { expect, test } from 'vitest';

import { packedGroups, packedLength, unpackedGroups } from '#scoring/linkage/coded-groups.ts';
import { substanceGroups, treatmentStatuses } from '#scoring/outcomes/cohort/client-record.ts';
import {
  ageBands,
  engagementBands,
  timeInTreatmentBands,
} from '#scoring/outcomes/cohort/group-fields.ts';

const anyOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values, null);
const groups = fc.record({
  ageBand: anyOf(ageBands.map(([name]) => name)),
  substanceGroup: anyOf(substanceGroups),
  treatmentStatus: anyOf(treatmentStatuses),
  timeInTreatment: anyOf(timeInTreatmentBands.map(([name]) => name)),
  engagement: anyOf(engagementBands.map(([name]) => name)),
  deprivationQuintile: anyOf([1, 2, 3, 4, 5]),
});

test('groups come back as they went, in as many bytes whatever they are', () => {
  fc.assert(
    fc.property(groups, (given) => {
      const bytes = packedGroups(given);
      expect(bytes).toHaveLength(packedLength);
      expect(unpackedGroups(bytes)).toEqual(given);
    }),
  );
});

const none = {
  ageBand: null,
  substanceGroup: null,
  treatmentStatus: null,
  timeInTreatment: null,
  engagement: null,
  deprivationQuintile: null,
};

test('a group of no list is refused', () => {
  expect(() => packedGroups({ ...none, substanceGroup: 'Tea' })).toThrow('substanceGroup');
  expect(() => packedGroups({ ...none, deprivationQuintile: 6 })).toThrow('deprivationQuintile');
});

test.each([
  ['another length', [1]],
  ['another version', [2, 0, 0, 0, 0, 0, 0]],
  ['a place in no list', [1, 9, 0, 0, 0, 0, 0]],
  ['a sixth quintile', [1, 0, 0, 0, 0, 0, 6]],
])('bytes with %s are refused', (_, bytes) => {
  expect(() => unpackedGroups(Uint8Array.from(bytes))).toThrow('unpackedGroups');
});
