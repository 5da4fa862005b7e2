import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { getBreakdown } from '#scoring/outcomes/cohort/breakdowns.ts';
import type { FollowedClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { firstJobsByGroup } from '#scoring/outcomes/first-jobs/first-jobs-by-group.ts';
import { outcomesRelease } from '#scoring/outcomes/release/outcomes-release.ts';
import { inPeriods, periodEnds } from '#scoring/outcomes/release/period-ends.ts';
import { outcomesReport } from '#scoring/outcomes/report/outcomes-report.ts';

import { cohortClient, worker } from '../cohort/cohort.ts';

const many = (count: number, client: FollowedClient) => Array.from({ length: count }, () => client);
const starting = (month: number, changes: Partial<FollowedClient> = {}) =>
  worker(200, { firstJobMonth: month, daysToFirstJob: 30 * month - 5, ...changes });
const kept = { startedJob: false, daysToFirstJob: null, firstJobMonth: null };

/** 18 months, one start in each of these; months that come twice have two. */
function inMonths(...months: readonly number[]): number[] {
  return Array.from(
    { length: 18 },
    (_, place) => months.filter((month) => month === place + 1).length,
  );
}

describe('periodEnds', () => {
  const quarters = [3, 6, 9, 12, 15, 18];
  const starts = (counts: readonly number[]) =>
    inMonths(
      ...counts.flatMap((count, place) => many(count, cohortClient()).map(() => quarters[place]!)),
    );
  const ends = (...groups: readonly (readonly number[])[]) =>
    periodEnds(
      groups.map((counts) => ({ isHidden: false, parts: [starts(counts)] })),
      policy,
    );

  it('are the finest in which no group has a small count', () => {
    expect(ends([20, 12, 8, 8, 8, 8], [30, 20, 20, 0, 0, 0])).toEqual(quarters);
    expect(ends([20, 12, 8, 8, 8, 7], [30, 20, 20, 10, 10, 10])).toEqual([3, 6, 9, 18]);
    expect(ends([20, 7, 8, 8, 8, 8], [30, 20, 20, 10, 10, 10])).toEqual([9, 18]);
    expect(ends([20, 7, 8, 7, 0, 0], [30, 20, 20, 10, 10, 10])).toBeNull();
  });

  it('look at every part, and leave hidden groups room', () => {
    const shown = { isHidden: false, parts: [starts([20, 20, 20, 20, 20, 20])] };
    const hidden = (counts: readonly number[]) => ({ isHidden: true, parts: [starts(counts)] });
    const few = [2, 2, 2, 2, 2, 2];
    expect(periodEnds([shown, hidden(few), hidden(few)], policy)).toEqual(quarters);
    expect(periodEnds([shown, hidden(few), hidden([2, 2, 2, 2, 2, 1])], policy)).toEqual([
      3, 6, 9, 18,
    ]);
    const nested = { isHidden: false, parts: [...shown.parts, starts([20, 20, 20, 20, 20, 7])] };
    expect(periodEnds([nested], policy)).toEqual([3, 6, 9, 18]);
  });

  it('leave a reader who knows all that is shown exactly three values for every finer count', () => {
    const row = fc.array(fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 30 })), {
      minLength: 6,
      maxLength: 6,
    });
    const endsOf = (table: readonly (readonly number[])[]) => ends(...table);
    const told = (table: readonly (readonly number[])[]) => {
      const chosen = endsOf(table) ?? [18];
      return JSON.stringify([chosen, table.map((counts) => inPeriods(starts(counts), chosen))]);
    };
    /** Starts exchanged between two groups and two quarters: no group's or quarter's total changes. */
    const exchanged = (
      table: readonly (readonly number[])[],
      [g, h, a, b, by]: readonly number[],
    ) =>
      table.map((counts, group) =>
        counts.map((count, quarter) => {
          const sign =
            (group === g ? 1 : group === h ? -1 : 0) * (quarter === a ? 1 : quarter === b ? -1 : 0);
          return count + sign * by!;
        }),
      );
    const sizes = Array.from({ length: 24 }, (_, size) => size - 12);
    const indices = [0, 1, 2, 3, 4, 5];
    let looked = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (table) => {
        const total = indices.map((quarter) => table.reduce((sum, one) => sum + one[quarter]!, 0));
        fc.pre(total.every((count) => count === 0 || count >= 8));
        const chosen = endsOf(table);
        fc.pre(chosen !== null && chosen.length < 6);
        const shown = told(table);
        const values = table.map((counts) => counts.map((count) => new Set([count])));
        for (const g of table.keys()) {
          for (const h of table.keys()) {
            for (const [a, b] of indices.flatMap((one) =>
              indices.map((two) => [one, two] as const),
            )) {
              if (g === h || a === b) continue;
              for (const by of sizes) {
                const other = exchanged(table, [g, h, a, b, by]);
                if (other.flat().some((count) => count < 0) || told(other) !== shown) continue;
                values[g]![a]!.add(other[g]![a]!);
              }
            }
          }
        }
        const isOpen = (group: number, quarter: number) => {
          const end = quarters[quarter]!;
          const place = chosen.findIndex((last) => last >= end);
          const first = chosen[place - 1] ?? 0;
          const whole = inPeriods(starts(table[group]!), chosen)[place];
          const others = indices.filter(
            (one) => quarters[one]! > first && quarters[one]! <= chosen[place]!,
          );
          // Told as it is; nobody at all; or the only quarter of its period in which anybody started.
          return (
            others.length === 1 ||
            whole === 0 ||
            total[quarter] === 0 ||
            others.filter((one) => total[one]! > 0).length === 1 ||
            table.filter((counts) => inPeriods(starts(counts), chosen)[place]! > 0).length === 1
          );
        };
        for (const [group, counts] of values.entries()) {
          for (const [quarter, seen] of counts.entries()) {
            if (isOpen(group, quarter)) continue;
            looked += 1;
            expect(seen.size).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { numRuns: 15 },
    );
    expect(looked).toBeGreaterThan(60);
  }, 60_000);
});

describe('firstJobsByGroup', () => {
  it('counts months, draws curves by month and tests in months', () => {
    // Two men start in month 1 of 2; two women in month 2, when nobody else is left but they.
    const clients = [
      ...many(2, starting(1, { sex: 'male' })),
      ...many(2, starting(2, { sex: 'female' })),
    ];
    const { groups, test } = firstJobsByGroup(clients, getBreakdown('sex'));
    expect(groups.map(({ group, started }) => [group, started.slice(0, 2)])).toEqual([
      ['Men', [2, 0]],
      ['Women', [0, 2]],
    ]);
    // Month 1: 4 at risk, 2 start, 1 man expected, variance 2 x 2/3 x 1/2 x 1/2 = 1/3; (2 - 1)^2 over it is 3.
    expect(test).toMatchObject({ status: 'computed', df: 1 });
    expect(test.status === 'computed' && test.chiSquared).toBeCloseTo(3, 12);
    const withUnknown = firstJobsByGroup(
      [...clients, starting(3, { sex: null })],
      getBreakdown('sex'),
    );
    expect(withUnknown.groups.map(({ group }) => group)).toEqual(['Men', 'Women', 'Not known']);
    expect(withUnknown.test).toEqual(test);
    expect(() => firstJobsByGroup(clients, getBreakdown('site'))).toThrow(/site/);
  });
});

describe('first jobs by group of a release', () => {
  const ofSex = (sex: string, changes: Partial<FollowedClient> = {}) => [
    ...many(60, cohortClient({ sex, ...changes })),
    ...many(10, worker(30, { sex, ...kept, ...changes })),
    ...[2, 5, 8, 11, 14, 17].flatMap((month) => many(10, starting(month, { sex, ...changes }))),
    ...many(10, { ...starting(2, { sex, ...changes }), sustained13Weeks: false }),
  ];
  const short = { isFollowUpComplete: false, followUpMonths: 18 };
  const of = (clients: readonly FollowedClient[], group: 'full' | 'complete' = 'full') =>
    outcomesRelease(outcomesReport(clients), policy).groups[group].firstJobsByGroup.find(
      ({ breakdown }) => breakdown === 'sex',
    )!;

  it('has rounded starts, whole percents of all, the month of half, and the test to one and three places', () => {
    const quick = many(60, starting(1, { sex: 'female' }));
    const { status, groups, test } = of([...ofSex('male'), ...ofSex('female'), ...quick]);
    expect(status).toBe('shown');
    const [men, women] = groups;
    expect(men!.periods.map(({ month, started }) => [month, started])).toEqual([
      ...[
        [3, 20],
        [6, 10],
        [9, 10],
        [12, 10],
        [15, 10],
        [18, 10],
      ],
    ]);
    // 20 of 140, then 70 of 140; 80 of 200 women by month 3.
    expect(men!.periods[0]!.startedOfAll).toBe(0.14);
    expect([men!.halfByMonth, women!.halfByMonth]).toEqual([18, 9]);
    expect(women!.periods[0]!.startedOfAll).toBe(0.4);
    expect(test!.df).toBe(1);
    expect(test!.p).toBeLessThan(0.001);
    expect(test!.chiSquared).toBe(Math.round(10 * test!.chiSquared) / 10);
  });

  it('prints p to three places, and says whether it is clear before that', () => {
    const withMore = (never: number, quick: number) => [
      ...[...ofSex('male'), ...ofSex('female')],
      ...many(never, cohortClient({ sex: 'female' })),
      ...many(quick, starting(1, { sex: 'female' })),
    ];
    const told = (clients: readonly FollowedClient[]) => {
      const exact = firstJobsByGroup(clients, getBreakdown('sex')).test;
      const { p, isClear } = of(clients).test!;
      return [exact.status === 'computed' && exact.p < 0.05, p, isClear];
    };
    // 0.04988 and 0.05016.
    expect(told(withMore(3, 29))).toEqual([true, 0.05, true]);
    expect(told(withMore(2, 28))).toEqual([false, 0.05, false]);
  });

  it('has no share of fewer than 100, and neither group nor test where one is hidden', () => {
    // 90 men, 10 of whom never worked.
    const [men, women] = of([...ofSex('male').slice(50), ...ofSex('female')]).groups;
    expect(men!.periods.map(({ startedOfAll }) => startedOfAll)).toEqual(new Array(6).fill(null));
    expect(men!.halfByMonth).toBeNull();
    expect(women!.periods[0]!.startedOfAll).toBe(0.14);
    const small = of([
      ...ofSex('male'),
      ...ofSex('female'),
      ...many(3, cohortClient({ sex: null })),
    ]);
    expect(small.test).toBeNull();
    expect(small.groups.map(({ status }) => status)).toContain('hidden');
    expect(
      small.groups.filter(({ status }) => status === 'hidden').flatMap(({ periods }) => periods),
    ).toEqual([]);
  });

  it('shows the complete only in periods in which the others are not few either', () => {
    const everybody = [...ofSex('male'), ...ofSex('female')];
    const others = [...ofSex('male', short), ...ofSex('female', short)];
    const months = (clients: readonly FollowedClient[]) =>
      of(clients, 'complete').groups[0]!.periods.map(({ month }) => month);
    expect(months([...everybody, ...others])).toEqual([3, 6, 9, 12, 15, 18]);
    // Three of the incomplete men fewer in month 17: 7 are left.
    const late = others.findIndex(({ firstJobMonth }) => firstJobMonth === 17);
    const left = others.filter((_, at) => at < late || at >= late + 3);
    expect(months([...everybody, ...left])).toEqual([3, 6, 9, 18]);
  });

  it('shows none of the complete where tables about starting are left out, however many start', () => {
    // Three of the complete men were in work already: who started follows nowhere from what is shown of them.
    const few = ofSex('male').filter(({ worked, startedJob }) => !worked || startedJob);
    const { full, complete } = outcomesRelease(
      outcomesReport([
        ...few,
        ...many(3, worker(30, { sex: 'male', ...kept })),
        ...ofSex('female'),
        ...ofSex('male', short),
        ...ofSex('female', short),
      ]),
      policy,
    ).groups;
    const bySex = <T extends { readonly breakdown: string }>(all: readonly T[]) =>
      all.find(({ breakdown }) => breakdown === 'sex');
    const statusOf = (key: string) =>
      bySex(complete.outcomes.find(({ outcome }) => outcome === key)!.tables)!.status;
    expect([statusOf('worked'), statusOf('started-job')]).toEqual(['shown', 'hidden']);
    expect(bySex(complete.firstJobsByGroup)).toEqual({
      ...{ breakdown: 'sex', status: 'hidden', groups: [], test: null },
    });
    // In every period of the complete, and of the others, ten or more of each group start.
    const periods = bySex(full.firstJobsByGroup)!.groups.flatMap((group) => group.periods);
    expect(periods.map(({ month }) => month)).toContain(3);
    expect(Math.min(...periods.map(({ started }) => started))).toBeGreaterThanOrEqual(20);
  });

  it('has none by site or by ages in bands', () => {
    const { firstJobsByGroup: all } = outcomesRelease(outcomesReport(ofSex('male')), policy).groups
      .full;
    expect(all.map(({ breakdown }) => breakdown)).toEqual([
      ...['substance', 'sex', 'age', 'treatment-status', 'time-in-treatment', 'engagement'],
      'deprivation',
    ]);
  });
});
