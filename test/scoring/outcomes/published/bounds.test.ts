import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { publishedGroupBounds } from '#scoring/outcomes/published/group-bounds.ts';
import { judgedMeans } from '#scoring/outcomes/published/judged-comparison.ts';
import { judgedStatement } from '#scoring/outcomes/published/judged-statements.ts';
import { judgementWords } from '#scoring/outcomes/published/judgement-words.ts';
import type { Range } from '#scoring/outcomes/published/range.ts';
import { report2025, type PublishedReport } from '#scoring/outcomes/published/report-2025.ts';
import type { DifferenceStatement } from '#scoring/outcomes/published/statements-2025.ts';
import { sampleSummary, welchT } from '#scoring/statistics/t-tests.ts';
import { twoProportionZ } from '#scoring/statistics/two-proportion-z.ts';

import { only } from '../../statistics/reference-group.ts';

const names = ['In treatment', 'Successfully completed treatment', 'Unplanned exit'] as const;

interface TrueGroup {
  clients: number;
  workers: number;
  days: number;
  pounds: number;
}

const trueGroup: fc.Arbitrary<TrueGroup> = fc
  .record({
    clients: fc.integer({ min: 20, max: 3000 }),
    rate: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    days: fc.double({ min: 50, max: 500, noNaN: true }),
    pounds: fc.double({ min: 100, max: 2000, noNaN: true }),
  })
  .map(({ clients, rate, days, pounds }) => ({
    clients,
    workers: Math.max(1, Math.round(rate * clients)),
    days,
    pounds,
  }));
const cohort = fc.tuple(trueGroup, trueGroup, trueGroup);

const total = (groups: readonly TrueGroup[], of: (group: TrueGroup) => number) =>
  groups.reduce((sum, group) => sum + of(group), 0);

/** What a report would print of a cohort: whole numbers, and the shares of some groups only. */
function printed(
  groups: readonly TrueGroup[],
  shared: readonly string[] = [names[1]],
): PublishedReport {
  const matched = total(groups, ({ clients }) => clients);
  const workers = total(groups, (group) => group.workers);
  const outcome = (all: number, of: (group: TrueGroup) => number) => ({
    all: Math.round(all),
    complete: null,
    groups: {
      'treatment-status': Object.fromEntries(
        names.map((name, place) => [name, Math.round(of(groups[place]!))]),
      ),
    },
  });
  return {
    ...report2025,
    matched,
    shares: {
      'treatment-status': Object.fromEntries(
        names.flatMap((name, place) =>
          shared.includes(name)
            ? [[name, Math.round((100 * groups[place]!.clients) / matched)]]
            : [],
        ),
      ),
    },
    outcomes: {
      worked: outcome((100 * workers) / matched, (group) => (100 * group.workers) / group.clients),
      'days-employed': outcome(
        total(groups, (group) => group.workers * group.days) / workers,
        ({ days }) => days,
      ),
      'income-tax': outcome(
        total(groups, (group) => group.workers * group.pounds) / workers,
        ({ pounds }) => pounds,
      ),
    },
  };
}

const holds = ({ low, high }: Range, value: number) =>
  low <= value * (1 + 1e-9) + 1e-9 && value <= high * (1 + 1e-9) + 1e-9;

describe('publishedGroupBounds', () => {
  it('hold the true sizes of any cohort from what is printed of it', () => {
    fc.assert(
      fc.property(cohort, (groups) => {
        const bounds = publishedGroupBounds(printed(groups), 'treatment-status');
        for (const [place, { clients, workers }] of bounds.groups.entries()) {
          expect(holds(clients, groups[place]!.clients)).toBe(true);
          expect(holds(workers, groups[place]!.workers)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('narrow the sizes the 2025 report does not print', () => {
    const young = publishedGroupBounds(report2025, 'age').groups[0]!;
    // Income tax alone: (724 - 697) / (724 - 495) = 11.8% of about 3,101 workers, at 62% some 590 clients.
    expect(young.clients.high - young.clients.low).toBeLessThan(40);
    expect(holds(young.workers, 356)).toBe(true);
    const [inTreatment] = publishedGroupBounds(report2025, 'treatment-status').groups;
    expect(inTreatment!.clients.low).toBeGreaterThan(2000);
    expect(inTreatment!.clients.high).toBeLessThan(2300);
  });
});

describe('judgedStatement', () => {
  const statement: DifferenceStatement = {
    outcome: 'worked',
    breakdown: 'treatment-status',
    where: 'a report of our own',
    group: names[1],
    claim: 'higher',
    comparator: { kind: 'all-other-groups' },
  };

  it('has the true z of any cohort within its range', () => {
    fc.assert(
      fc.property(cohort, fc.constantFrom('higher', 'lower'), (groups, claim) => {
        const { comparisons } = judgedStatement(printed(groups), { ...statement, claim });
        const chosen = groups[1];
        const others: Readonly<Record<string, readonly TrueGroup[]>> = {
          rest: [groups[0], groups[2]],
          [names[0]]: [groups[0]],
          [names[2]]: [groups[2]],
        };
        expect(comparisons).toHaveLength(3);
        for (const { comparator, statistic } of comparisons) {
          const them = others[comparator.kind === 'rest' ? 'rest' : comparator.group]!;
          const { z } = only(
            twoProportionZ(
              chosen.workers,
              chosen.clients,
              total(them, ({ workers }) => workers),
              total(them, ({ clients }) => clients),
            ),
            'computed',
          );
          const claimed = claim === 'higher' ? z : -z;
          const range = { low: statistic.low - 0.01, high: statistic.high! + 0.01 };
          expect(holds(range, claimed)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('judges nothing from figures that contradict each other', () => {
    const even: TrueGroup = { clients: 1000, workers: 300, days: 99, pounds: 9 };
    const sound = printed([even, even, even], names);
    const { worked } = sound.outcomes;
    const wrong = { ...sound, outcomes: { ...sound.outcomes, worked: { ...worked!, all: 90 } } };
    const found = judgedStatement(wrong, statement);
    expect([found.againstRest, found.againstEach]).toEqual(['contradictory', 'contradictory']);
    expect(judgementWords(found)[0]).toBe(
      'Against all other groups together: cannot be judged, since its figures contradict each other.',
    );
    expect(judgedStatement(sound, statement).againstRest).toBe('does-not-hold');
    const none = { ...statement, claim: 'no-difference' } as const;
    expect(judgedStatement(wrong, none).againstEach).toBe('contradictory');
  });

  it('judges a claim of no difference between shares', () => {
    const even = (rate: number): TrueGroup => ({
      clients: 1000,
      workers: rate,
      days: 99,
      pounds: 9,
    });
    const none = {
      outcome: 'worked',
      breakdown: 'treatment-status',
      where: '',
      claim: 'no-difference',
    } as const;
    const verdict = (...rates: [number, number, number]) =>
      judgedStatement(printed(rates.map(even), names), none).againstEach;
    expect(verdict(500, 505, 500)).toBe('holds');
    expect(verdict(500, 600, 500)).toBe('does-not-hold');
    expect(verdict(500, 542, 500)).toBe('depends-on-rounding');
  });
});

describe('judgedMeans', () => {
  it('has no sample of days with a smaller t than its least', () => {
    const days = fc.array(fc.integer({ min: 1, max: 550 }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [first, second] = [sampleSummary(a), sampleSummary(b)];
        const test = welchT(first, second);
        fc.pre(test.status === 'computed' && test.t > 0);
        const known = { low: 1, high: 550 };
        const point = ({ mean, n }: typeof first) => ({ size: n, value: mean });
        const least = judgedMeans(
          [{ first: point(first), second: point(second) }],
          'higher',
          1,
          known,
        );
        expect(least.statistic.low).toBeLessThanOrEqual(only(test, 'computed').t + 1e-9);
      }),
    );
  });

  it('says that a smaller mean is not the higher one, and that overlapping ones may be either', () => {
    const pairs = (...means: readonly number[]) =>
      means.map((value) => ({ first: { size: 100, value }, second: { size: 100, value: 50 } }));
    const verdict = (...means: readonly number[]) =>
      judgedMeans(pairs(...means), 'higher', 1, { low: 1, high: 550 }).verdict;
    expect(verdict(40, 41)).toBe('does-not-hold');
    expect(verdict(49, 51)).toBe('depends-on-rounding');
    expect(verdict(60, 61)).toBe('depends-on-the-spread');
    expect(verdict(400, 401)).toBe('holds-whatever-the-spread');
  });
});
