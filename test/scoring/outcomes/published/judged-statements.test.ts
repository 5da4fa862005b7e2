import { describe, expect, it } from 'vitest';

import { breakdowns } from '#scoring/outcomes/cohort/breakdowns.ts';
import { judgedStatement } from '#scoring/outcomes/published/judged-statements.ts';
import {
  comparisonWords,
  judgementWords,
  statementWords,
} from '#scoring/outcomes/published/judgement-words.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import { statements2025 } from '#scoring/outcomes/published/statements-2025.ts';
import { getOutcomeMeasure } from '#scoring/outcomes/tables/outcome-measures.ts';
import expected from '#test/reference/outcomes/statements.expected.json' with { type: 'json' };

const judged = statements2025.map((statement) => judgedStatement(report2025, statement));

/** The one statement about a group in an outcome, or that no groups differ. */
function about(outcome: string, subject: string, place = 0) {
  const found = judged.filter(
    ({ statement }) =>
      statement.outcome === outcome &&
      (statement.claim === 'no-difference'
        ? subject === `by ${statement.breakdown}`
        : statement.group === subject),
  );
  return found[place]!;
}

const pair = (statement: (typeof judged)[number], group: string) =>
  statement.comparisons.find(
    ({ comparator }) => comparator.kind === 'pair' && comparator.group === group,
  )!;

describe('the 2025 report’s statements about proportions', () => {
  it('“alcohol only” holds against the rest, z 6.49 to 8.24, not against each group', () => {
    const alcohol = about('worked', 'Alcohol only');
    const [rest] = alcohol.comparisons;
    expect(rest).toMatchObject({ verdict: 'holds', holdsAdjusted: true });
    expect(rest!.statistic.low).toBeCloseTo(6.5, 1);
    expect(rest!.statistic.high).toBeGreaterThan(8.2);
    expect(rest!.statistic.high).toBeLessThan(8.3);
    const nonOpiate = pair(alcohol, 'Non-opiate (excluding crack)');
    expect(nonOpiate.verdict).toBe('does-not-hold');
    expect(nonOpiate.statistic.high).toBeCloseTo(1.02, 2);
    expect([alcohol.againstRest, alcohol.againstEach]).toEqual(['holds', 'does-not-hold']);
  });

  it('have the range of z that R finds by brute force, for every group and comparator', () => {
    expect(expected.worked).toHaveLength(36);
    for (const { group, comparator, z } of expected.worked) {
      const { comparisons } = judgedStatement(report2025, {
        outcome: 'worked',
        breakdown: 'substance',
        where: 'figure 1',
        group,
        claim: 'higher',
        comparator: { kind: 'all-other-groups' },
      });
      const { statistic } = comparisons.find(
        (one) => (one.comparator.kind === 'rest' ? 'rest' : one.comparator.group) === comparator,
      )!;
      expect(statistic.low).toBeCloseTo(z[0]!, 6);
      expect(statistic.high).toBeCloseTo(z[1]!, 6);
    }
  });

  it('“alcohol only” against the rest is about 7.3 at the printed figures', () => {
    // 57% of 38% and 51% of everybody, with no rounding left open.
    const [n, all] = [0.38 * 6080, 0.51 * 6080];
    const rest = (all - 0.57 * n) / (6080 - n);
    const z = (0.57 - rest) / Math.sqrt(0.51 * 0.49 * (1 / n + 1 / (6080 - n)));
    expect(z).toBeCloseTo(7.33, 2);
    const { low, high } = about('worked', 'Alcohol only').comparisons[0]!.statistic;
    expect(low < z && z < high!).toBe(true);
  });

  it.each([
    ['worked', 'Opiates and crack', 'holds', 'holds'],
    ['worked', 'Women', null, 'holds'],
    ['worked', '24 years and under', null, 'holds'],
    ['worked', 'Successfully completed treatment', 'holds', 'holds'],
    ['worked', 'More than 12 months', 'holds', 'depends-on-size'],
    ['worked', 'More than 2 months', null, 'holds'],
    ['sustained-13-weeks', 'Crack without opiates', 'holds', 'depends-on-rounding'],
    ['sustained-13-weeks', 'Women', null, 'holds'],
    ['sustained-13-weeks', 'Successfully completed treatment', null, 'holds'],
    ['sustained-13-weeks', 'Less than 2 months', null, 'holds'],
  ])('%s, %s: against the rest %s, against each %s', (outcome, group, rest, each) => {
    const found = about(outcome, group);
    expect([found.againstRest, found.againstEach]).toEqual([rest, each]);
  });

  it('says how large a group of unknown size would have to be', () => {
    const sizes = about('worked', 'More than 12 months').comparisons.map((one) => one.sizeFrom);
    // 56.5% of 68 against 44.5% of 2,706: z = 1.96; of 67: less.
    expect(sizes).toEqual([null, 68, 68, 81]);
  });
});

describe('the 2025 report’s statements about means', () => {
  it.each([
    ['days-employed', 'Women', 'holds-whatever-the-spread'],
    ['days-employed', '25 years and over', 'depends-on-the-spread'],
    ['days-employed', 'Unplanned exit', 'depends-on-the-spread'],
    ['days-employed', 'Less than 2 months', 'depends-on-the-spread'],
    ['longest-job', 'Women', 'holds-whatever-the-spread'],
    ['longest-job', '25 years and over', 'depends-on-the-spread'],
    ['longest-job', 'Unplanned exit', 'holds-whatever-the-spread'],
    ['longest-job', 'Less than 2 months', 'depends-on-the-spread'],
    ['income-tax', 'Women', 'depends-on-the-spread'],
    ['national-insurance', '24 years and under', 'depends-on-the-spread'],
  ])('%s, %s: %s', (outcome, group, verdict) => {
    expect(about(outcome, group).againstEach).toBe(verdict);
  });

  it('say up to which spread they hold: 19 days between some 350 and 2,700 clients up to 170', () => {
    const { comparisons } = about('days-employed', '25 years and over');
    // 19 / (1.967 sqrt(1 / 348 + 1 / 2717)), with the sizes the printed figures allow at least.
    expect(comparisons[0]!.spreadUpTo).toBeCloseTo(
      19 / (1.967 * Math.sqrt(1 / 348 + 1 / 2717)),
      -0.5,
    );
  });

  it('hold against some of the groups named, whatever the spread, and not against others', () => {
    const alcohol = about('days-employed', 'Alcohol only');
    expect(pair(alcohol, 'Crack without opiates').verdict).toBe('holds-whatever-the-spread');
    expect(pair(alcohol, 'Opiates and crack').verdict).toBe('depends-on-the-spread');
    expect(alcohol.comparisons).toHaveLength(3);
  });

  it('never hold whatever the spread for pounds, which have no bound', () => {
    const pounds = judged.filter(({ statement: { outcome } }) =>
      ['income-tax', 'national-insurance'].includes(outcome),
    );
    expect(pounds.flatMap(({ comparisons }) => comparisons).map(({ verdict }) => verdict)).toEqual(
      new Array(20).fill('depends-on-the-spread'),
    );
  });

  it('of no difference depend on the spread, and are not judged where nothing is printed', () => {
    expect(about('days-to-first-job', 'by substance')).toMatchObject({
      againstEach: 'depends-on-the-spread',
      noDifferenceFromSpread: expect.closeTo(120, 0) as number,
    });
    for (const [outcome, breakdown] of [
      ['days-to-first-job', 'age'],
      ['sustained-13-weeks', 'age'],
      ['longest-job', 'time-in-treatment'],
      ['income-tax', 'engagement'],
    ] as const) {
      expect(about(outcome, `by ${breakdown}`)).toMatchObject({
        againstEach: 'not-published',
        comparisons: [],
      });
    }
  });
});

describe('statements2025', () => {
  it('are about groups and outcomes of ours, each with its place in the report', () => {
    expect(statements2025).toHaveLength(42);
    for (const statement of statements2025) {
      const { outcome, breakdown, where } = statement;
      const groups = breakdowns.find(({ key }) => key === breakdown)!.groups;
      expect(getOutcomeMeasure(outcome).key).toBe(outcome);
      expect(where.length).toBeGreaterThan(10);
      const named = statement.claim === 'no-difference' ? [] : [statement.group];
      const others =
        statement.claim !== 'no-difference' && statement.comparator.kind === 'groups'
          ? statement.comparator.groups
          : [];
      expect([...named, ...others].filter((group) => !groups.includes(group))).toEqual([]);
    }
    const wordings = statements2025.map((statement) => statementWords(statement));
    expect(new Set(wordings).size).toBe(statements2025.length);
  });

  it('print no span of z that is narrower than the one found by brute force', () => {
    const printed = expected.worked.flatMap(({ group, comparator, z }) => {
      const statement = {
        outcome: 'worked',
        breakdown: 'substance',
        where: 'figure 1',
        group,
        claim: 'higher',
        comparator: { kind: 'all-other-groups' },
      } as const;
      const one = judgedStatement(report2025, statement).comparisons.find(
        (each) => (each.comparator.kind === 'rest' ? 'rest' : each.comparator.group) === comparator,
      )!;
      const words = comparisonWords(statement, one);
      const [low, high] = (/z (-?[\d.]+) to (-?[\d.]+)/.exec(words) ?? []).slice(1).map(Number);
      const most = Number(/z at most (-?[\d.]+)/.exec(words)?.[1] ?? high);
      return [{ low, most, z }];
    });
    const spans = printed.flatMap(({ low, most, z }) =>
      low === undefined ? [] : [{ low, most, z }],
    );
    expect(spans.length).toBeGreaterThan(8);
    for (const { low, z } of spans) {
      expect(low).toBeLessThanOrEqual(z[0]! + 1e-6);
      expect(low).toBeGreaterThan(z[0]! - 0.1 - 1e-6);
    }
    for (const { most, z } of printed) {
      expect(most).toBeGreaterThanOrEqual(z[1]! - 1e-6);
      expect(most).toBeLessThan(z[1]! + 0.1 + 1e-6);
    }
  });

  it('are told in words with their evidence', () => {
    const alcohol = about('worked', 'Alcohol only');
    expect(statementWords(alcohol.statement)).toBe(
      'The alcohol only group were more likely to have worked than all other groups',
    );
    const lines = judgementWords(alcohol);
    expect(lines[0]).toBe(
      'Against all other groups together: holds over all roundings of the printed figures (z 6.4 to 8.3).',
    );
    expect(lines[3]).toContain('; not sure to hold after Holm’s adjustment.');
    expect(lines[4]).toBe(
      'Against the non-opiate (excluding crack) group: does not hold (z at most 1.03).',
    );
    expect(judgementWords(about('worked', 'More than 12 months'))[1]).toBe(
      'Against clients in treatment for up to 3 months: depends on the size of a group, which is not published (holds if that group has at least 68 clients).',
    );
    expect(judgementWords(about('income-tax', 'Women'))).toEqual([
      'Against men: depends on the spread, which is not published (holds up to a standard deviation of £1,957).',
    ]);
    expect(judgementWords(about('longest-job', 'Women'))[0]).toMatch(
      /^Against men: holds whatever the spread \(t at least 2\.\d\d at the largest spread/,
    );
    expect(judgementWords(about('days-to-first-job', 'by substance'))[0]).toContain(
      'no two groups differ once the standard deviation is 120 days or more',
    );
    expect(judgementWords(about('days-to-first-job', 'by age'))).toEqual([
      'This statement cannot be judged, since its figures are not published.',
    ]);
    expect(statementWords(about('income-tax', 'Crack without opiates').statement)).toContain(
      'than whom is not said',
    );
  });
});
