import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { keptFollowUp, keptMeanFollowUp } from '#scoring/outcomes/cohort/kept-follow-up.ts';
import { meanFollowUpDays } from '#scoring/outcomes/follow-up.ts';

const people = (count: number, followUpDays: number, isFollowUpComplete: boolean) =>
  Array.from({ length: count }, () => ({ followUpDays, isFollowUpComplete }));

const complete = (count: number) => people(count, 547, true);
const incomplete = (count: number) => people(count, 300, false);

describe('keptFollowUp', () => {
  it('keeps the sum of everybody, and of the complete', () => {
    expect(keptFollowUp([...complete(10), ...incomplete(8)])).toEqual({
      followUpDays: 7870,
      completeFollowUpDays: 5470,
    });
    expect(keptFollowUp(complete(8)).completeFollowUpDays).toBe(4376);
    expect(keptFollowUp(incomplete(8)).completeFollowUpDays).toBe(0);
  });

  it('keeps no sum over a few, nor two sums whose difference is one', () => {
    const nothing = { followUpDays: null, completeFollowUpDays: null };
    expect(keptFollowUp(complete(7))).toEqual(nothing);
    expect(keptFollowUp([...complete(4), ...incomplete(3)])).toEqual(nothing);
    const everybody = { followUpDays: 5770, completeFollowUpDays: null };
    expect(keptFollowUp([...complete(10), ...incomplete(1)])).toEqual(everybody);
    expect(keptFollowUp([...complete(7), ...incomplete(10)]).completeFollowUpDays).toBeNull();
  });
});

describe('keptMeanFollowUp', () => {
  it('gives the means of everybody’s own days', () => {
    const group = (isComplete: boolean) =>
      fc.oneof(
        fc.constant([]),
        fc.array(
          fc.record({
            followUpDays: fc.integer({ min: 0, max: 549 }),
            isFollowUpComplete: fc.constant(isComplete),
          }),
          { minLength: 8, maxLength: 40 },
        ),
      );
    fc.assert(
      fc.property(group(true), group(false), (one, other) => {
        const clients = [...one, ...other];
        expect(keptMeanFollowUp(clients, keptFollowUp(clients))).toEqual(meanFollowUpDays(clients));
      }),
    );
  });

  it('gives none where the sum was not kept, but the people', () => {
    const clients = [...complete(10), ...incomplete(1)];
    expect(keptMeanFollowUp(clients, keptFollowUp(clients))).toEqual({
      full: { clients: 11, meanDays: 5770 / 11 },
      complete: { clients: 10, meanDays: null },
      incomplete: { clients: 1, meanDays: null },
    });
  });
});
