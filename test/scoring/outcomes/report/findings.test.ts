import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { breakdowns, getBreakdown } from '#scoring/outcomes/cohort/breakdowns.ts';
import { findingsOf } from '#scoring/outcomes/report/findings.ts';
import { groupComparisons, isClear } from '#scoring/outcomes/tables/comparisons.ts';
import type { SummedGroup } from '#scoring/outcomes/tables/group-table.ts';
import { getOutcomeMeasure, outcomeMeasures } from '#scoring/outcomes/tables/outcome-measures.ts';

const summed = (group: string, n: number, sum: number, squares = 0): SummedGroup => ({
  group,
  isNotKnown: false,
  clients: n,
  sums: { n, sum, squares },
});

const sentences = (outcome: string, breakdown: string, groups: readonly SummedGroup[]) =>
  findingsOf(groupComparisons(getOutcomeMeasure(outcome), getBreakdown(breakdown), groups)).map(
    ({ sentence }) => sentence,
  );

const substanceGroups = [
  summed('Opiates and crack', 851, 306),
  summed('Opiates without crack', 1034, 455),
  summed('Crack without opiates', 182, 86),
  summed('Non-opiate (excluding crack)', 851, 477),
  summed('Non-opiate (excluding crack) and alcohol', 973, 516),
  summed('Alcohol only', 2310, 1317),
];

describe('findingsOf', () => {
  it('tells two groups in one sentence, the higher first', () => {
    expect(
      sentences('worked', 'sex', [summed('Men', 4317, 2159), summed('Women', 1763, 952)]),
    ).toEqual(['Women were more likely to have worked than men: 54% against 50%.']);
  });

  it('says against whom “alcohol only” holds, and against whom it does not', () => {
    const found = sentences('worked', 'substance', substanceGroups);
    expect(found.at(-1)).toBe(
      'The alcohol only group were more likely to have worked than all other groups together: 57% against 47%. ' +
        'One by one it holds against the opiates and crack group and the opiates without crack group, ' +
        'not against the crack without opiates group, the non-opiate (excluding crack) group and ' +
        'the non-opiate (excluding crack) and alcohol group.',
    );
    expect(found[0]).toContain('The opiates and crack group were less likely to have worked');
  });

  it('names the base of an outcome that is not about everybody, and its unit', () => {
    expect(
      sentences('income-tax', 'age', [
        summed('24 years and under', 350, 350 * 49_500, 350 * 60_000 ** 2),
        summed('25 years and over', 2750, 2750 * 172_400, 2750 * 120_000 ** 2),
      ]),
    ).toEqual([
      'People aged 25 years and over paid more income tax on average than people aged 24 years and under: £1,724 against £495, among clients who worked.',
    ]);
    expect(
      sentences('jobs', 'engagement', [
        summed('More than 2 months', 2600, 5300, 2600),
        summed('Less than 2 months', 500, 900, 500),
      ])[0],
    ).toContain('2.0 jobs against 1.8 jobs, among clients who worked');
  });

  it('has nothing to say where no test holds', () => {
    expect(sentences('worked', 'sex', [summed('Men', 100, 50), summed('Women', 100, 52)])).toEqual(
      [],
    );
  });

  it('says one by one and together', () => {
    const three = (a: number) =>
      sentences('worked', 'treatment-status', [
        summed('In treatment', 1000, a),
        summed('Successfully completed treatment', 1000, 600),
        summed('Unplanned exit', 1000, 500),
      ]);
    expect(three(400)[1]).toMatch(/^Clients who successfully .* one by one\.$/);
    expect(three(400)[1]).toContain('It also holds against each of them one by one.');
  });

  it('does not count a clear difference the other way as holding', () => {
    const found = sentences('worked', 'treatment-status', [
      summed('In treatment', 1000, 300),
      summed('Successfully completed treatment', 1000, 600),
      summed('Unplanned exit', 1000, 500),
    ]);
    expect(found[2]).toBe(
      'Clients with an unplanned exit from treatment were more likely to have worked than all other groups together: ' +
        '50% against 45%. One by one it holds against clients still in treatment, ' +
        'not against clients who successfully completed treatment.',
    );
  });

  it('names every group a page may have to hide, and never speaks of a cause', () => {
    const findings = findingsOf(
      groupComparisons(getOutcomeMeasure('worked'), getBreakdown('substance'), substanceGroups),
    );
    expect(new Set(findings[0]!.names)).toEqual(new Set(substanceGroups.map(({ group }) => group)));
    for (const measure of outcomeMeasures) {
      for (const breakdown of breakdowns.filter(({ isCompared }) => isCompared)) {
        const groups = breakdown.groups.map((group, place) =>
          summed(group, 400, place === 0 ? 300 : 100, measure.kind === 'mean' ? 400 : 0),
        );
        const found = findingsOf(groupComparisons(measure, breakdown, groups));
        expect(found.length).toBeGreaterThan(0);
        for (const { sentence } of found) {
          expect(sentence).not.toMatch(
            /because|due to|leads? to|effect|cause|thanks|undefined|NaN/i,
          );
        }
      }
    }
  });

  it('has a sentence exactly where a test against the rest holds', () => {
    const count = fc.integer({ min: 1, max: 400 });
    const groupCounts = fc.array(fc.tuple(count, fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(groupCounts, (list) => {
        const groups = list.map(([n, share], place) =>
          summed(substanceGroups[place]!.group, n, Math.round(n * share)),
        );
        const comparisons = groupComparisons(
          getOutcomeMeasure('worked'),
          getBreakdown('substance'),
          groups,
        );
        const clear = comparisons.rest.filter((one) => isClear(one)).map(({ group }) => group);
        expect(findingsOf(comparisons).map(({ group }) => group)).toEqual(clear);
      }),
    );
  });
});
