import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import type { FollowedClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import { breakdownPlan } from '#scoring/outcomes/release/breakdown-plan.ts';
import {
  hiddenInRelease,
  outcomesRelease,
  type OutcomesRelease,
} from '#scoring/outcomes/release/outcomes-release.ts';
import { outcomesReport, usualOutcomesSettings } from '#scoring/outcomes/report/outcomes-report.ts';
import { twoProportionZ } from '#scoring/statistics/two-proportion-z.ts';

import { cohortClient, worker } from '../cohort/cohort.ts';

const many = (count: number, client: FollowedClient) => Array.from({ length: count }, () => client);

/** Some of everything: worked and held a job for 13 weeks or not, started it or had it already. */
function some(each: number, changes: Partial<FollowedClient>): FollowedClient[] {
  const before = { startedJob: false, daysToFirstJob: null, firstJobMonth: null };
  return [
    ...many(4 * each, cohortClient(changes)),
    ...many(2 * each, worker(200, changes)),
    ...many(each, worker(30, changes)),
    ...many(each, worker(300, { ...before, ...changes })),
  ];
}

const short = { isFollowUpComplete: false, followUpDays: 300, followUpMonths: 10 };
const releaseOf = (clients: readonly FollowedClient[], sent = clients.length + 20) =>
  outcomesRelease(
    outcomesReport(clients, {
      ...usualOutcomesSettings,
      matching: { sent, matched: clients.length },
    }),
    policy,
    report2025,
  );

function tableOf(
  { groups }: OutcomesRelease,
  breakdown: string,
  group: 'full' | 'complete' = 'full',
) {
  const [worked] = groups[group].outcomes;
  return worked!.tables.find((table) => table.breakdown === breakdown)!;
}

describe('breakdownPlan', () => {
  const group = (worked: number, never: number) => ({
    full: [worked, never],
    complete: [worked, never],
  });
  const options = { isCompleteReleased: true };

  it('hides a small group, and with it the one with the fewest clients', () => {
    const plan = breakdownPlan([group(50, 60), group(3, 20), group(20, 21)], policy, options);
    expect(plan.hidden).toEqual([null, 'few-people', 'goes-with-another']);
  });

  it('hides more where the hidden ones share too few people', () => {
    const plan = breakdownPlan([group(50, 60), group(1, 0), group(1, 2)], policy, options);
    expect(plan.hidden).toEqual(['goes-with-another', 'few-people', 'few-people']);
  });

  it('shows everything where nothing is small, and groups nobody is in', () => {
    const plan = breakdownPlan([group(50, 60), group(0, 0), group(0, 20)], policy, options);
    expect(plan).toEqual({ hidden: [null, null, null], complete: 'all' });
  });

  it('hides the complete where full less complete would tell a small number', () => {
    const nested = { full: [50, 60], complete: [47, 50] };
    const plan = breakdownPlan([nested, group(30, 40)], policy, options);
    expect(plan).toEqual({ hidden: [null, null], complete: 'none' });
  });
});

describe('who of the complete started a job', () => {
  const starts = { started: 2, notStarted: 3, withoutStart: 4 };
  const part = (worked: number, before: number) => [
    worked,
    40,
    worked - before,
    40 + before,
    before,
  ];
  const nested = (complete: readonly number[], incomplete: readonly number[]) => ({
    complete,
    full: complete.map((count, place) => count + (incomplete[place] ?? 0)),
  });
  const planOf = (...groups: readonly ReturnType<typeof nested>[]) =>
    breakdownPlan(groups, policy, { isCompleteReleased: true, starts });
  const many = nested(part(60, 20), part(60, 20));

  it('is hidden alone where a few of a group had their job before', () => {
    expect(planOf(many, nested(part(30, 8), part(30, 8))).complete).toBe('all');
    expect(planOf(many, nested(part(30, 7), part(30, 8))).complete).toBe('without-starts');
    expect(planOf(many, nested(part(30, 8), part(30, 7))).complete).toBe('without-starts');
    expect(planOf(many, nested(part(30, 24), part(30, 8))).complete).toBe('without-starts');
  });

  it('takes everything else with it where it would follow from that', () => {
    // Of the incomplete of the first nobody worked: all 20 without a start are complete, and the rest of the total is the other's.
    const told = nested(part(60, 20), part(0, 0));
    expect(planOf(told, nested(part(30, 7), part(30, 8))).complete).toBe('none');
    expect(planOf(told, many, nested(part(30, 7), part(30, 8))).complete).toBe('none');
  });

  it('is hidden with everything else where a group is hidden', () => {
    const small = nested([3, 40, 3, 40, 0], [0, 0, 0, 0, 0]);
    expect(planOf(many, many, many, small)).toMatchObject({ complete: 'all' });
    expect(planOf(many, many, nested(part(80, 7), part(80, 40)), small).complete).toBe('none');
  });
});

describe('outcomesRelease', () => {
  const women = [...some(10, { sex: 'female' }), ...some(9, { sex: 'female', ...short })];
  const men = [...some(20, { sex: 'male' }), ...some(11, { sex: 'male', ...short })];

  it('shows rounded counts, whole percents of large groups and intervals from rounded counts', () => {
    const release = releaseOf([...women, ...men]);
    const { figure, printed } = tableOf(release, 'sex').rows[1]!;
    // 76 of 152 women.
    expect(figure).toMatchObject({ status: 'shown', count: 75, base: 150, value: 0.5 });
    expect(printed).toEqual({ published: 54, agrees: false });
    expect(release.matchRate).toMatchObject({ count: 400, base: 420, value: 0.95 });
    expect(tableOf(release, 'sex', 'complete').status).toBe('shown');
  });

  it('holds the others against each group that can be chosen', () => {
    const idle = many(40, cohortClient({ sex: 'male' }));
    const { rest, references } = tableOf(releaseOf([...women, ...men, ...idle]), 'sex');
    expect(references.map(({ reference }) => reference)).toEqual(['Men', 'Women']);
    const [women2, men2] = references.map(({ comparisons }) => comparisons[0]!);
    expect(women2).toMatchObject({
      group: 'Women',
      comparator: { kind: 'reference', group: 'Men' },
      testsAdjustedOver: 1,
    });
    expect(women2!.p).toBe(rest[0]!.p);
    expect(women2!.difference).toBeGreaterThan(0);
    expect(men2!.difference).toBe(-women2!.difference);
    expect(men2!.lower).toBeCloseTo(-women2!.upper, 12);
  });

  it('tests shares as they are shown, so that a p gives no exact count away', () => {
    const idle = many(43, cohortClient({ sex: 'male' }));
    const [share] = releaseOf([...women, ...men, ...idle]).groups.full.outcomes;
    const compared = share!.tables.flatMap(({ rest, pairs, references }) => [
      ...[...rest, ...pairs],
      ...references.flatMap(({ comparisons }) => comparisons),
    ]);
    expect(compared.length).toBeGreaterThan(2);
    for (const { figure, comparatorFigure, statistic, p } of compared) {
      const counts = [figure, comparatorFigure].flatMap(({ count, base }) => [count!, base!]);
      const test = twoProportionZ(counts[0]!, counts[1]!, counts[2]!, counts[3]!);
      expect(test).toMatchObject({ status: 'computed' });
      if (test.status !== 'computed') continue;
      expect(statistic).toBe(Math.round(10 * test.z) / 10);
      expect(p).toBe(Math.round(1000 * test.p) / 1000);
    }
  });

  it('hides both sexes where one is small, with every comparison and sentence about them', () => {
    const release = releaseOf([...some(30, { sex: 'male' }), ...some(1, { sex: 'female' })]);
    for (const { tables } of release.groups.full.outcomes) {
      const sex = tables.find(({ breakdown }) => breakdown === 'sex')!;
      expect(sex.rows.map(({ figure }) => figure.status)).toEqual(['hidden', 'hidden']);
      expect([sex.rest, sex.pairs, sex.references, sex.findings]).toEqual([[], [], [], []]);
    }
  });

  it('names no site with fewer than 100 clients, and counts them', () => {
    const release = releaseOf([
      ...some(20, { site: 'Leeds' }),
      ...some(5, { site: 'Whitby' }),
      ...some(5, { site: 'Filey' }),
    ]);
    const sites = tableOf(release, 'site');
    expect(sites.rows.map(({ group }) => group)).toEqual(['Leeds']);
    expect(sites.sitesNotShown).toBe(2);
    expect(JSON.stringify(release)).not.toMatch(/Whitby|Filey/);
  });

  it('hides all complete figures where few are followed for less', () => {
    const clients = [...some(30, { sex: 'male' }), ...many(3, cohortClient(short))];
    const release = releaseOf(clients);
    expect(release.groups.complete.status).toBe('hidden');
    expect([release.complete.status, release.meanFollowUpDays.complete]).toEqual(['hidden', null]);
    const report = outcomesReport(clients);
    expect(hiddenInRelease(report, policy)).toContainEqual({
      followUpGroup: 'complete',
      breakdown: null,
      group: null,
      reason: 'small-total',
    });
  });

  it('shows months of first jobs all together or not at all', () => {
    const later = (month: number) =>
      worker(50, { firstJobMonth: month, daysToFirstJob: 30 * month });
    const base = some(30, {});
    expect(releaseOf([...base, ...many(8, later(5))]).groups.full.firstJobs.status).toBe('shown');
    expect(releaseOf([...base, ...many(7, later(5))]).groups.full.firstJobs.status).toBe('hidden');
  });

  it('says which first jobs are hidden, and why', () => {
    const later = (month: number, changes: Partial<FollowedClient> = {}) =>
      worker(50, { firstJobMonth: month, daysToFirstJob: 30 * month, ...changes });
    const months = [1, 4, 7, 10, 13, 16];
    const everywhere = months.flatMap((month) => many(8, later(month)));
    const ofFirstJobs = (clients: readonly FollowedClient[]) =>
      hiddenInRelease(outcomesReport(clients), policy)
        .filter(({ followUpGroup, breakdown }) => {
          return followUpGroup === 'full' && (breakdown === null || breakdown === 'sex');
        })
        .map(({ breakdown, group, reason }) => [breakdown, group, reason]);
    const clients = [...some(30, {}), ...everywhere];
    expect(ofFirstJobs(clients)).toEqual([]);
    // Seven in month 16 and one in month 18: months are few, quarters are not.
    const last = [...clients.slice(0, -1), later(18)];
    expect(ofFirstJobs(last)).toEqual([[null, null, 'months']]);
    expect(ofFirstJobs(clients.slice(0, -1))).toEqual([
      [null, null, 'months'],
      ['sex', null, 'longer-periods'],
    ]);
    expect(ofFirstJobs([...some(30, {}), later(12)])).toEqual([
      [null, null, 'months'],
      ['sex', null, 'periods'],
    ]);
    expect(ofFirstJobs(some(8, {}))).toEqual([
      [null, null, 'no-whole-percents'],
      ['sex', 'Women', 'no-whole-percents'],
    ]);
  });

  it('shows shares of first jobs as other shares, and the curve from 100 people on', () => {
    const later = worker(50, { firstJobMonth: 2, daysToFirstJob: 40 });
    const monthsOf = (clients: readonly FollowedClient[]) => {
      const { firstJobs } = releaseOf(clients).groups.full;
      return firstJobs.status === 'shown' ? firstJobs.months : [];
    };
    // 24 and 8 of 72 started: too few for whole percents, so 25 of 30.
    const few = [...some(8, {}), ...many(8, later)];
    expect(monthsOf(few)[0]).toMatchObject({
      started: 25,
      shareSoFar: 25 / 30,
      startedOfAll: null,
    });
    // 90 and 30 of 270 started, all followed to the end.
    const more = [...some(30, {}), ...many(30, later)];
    expect(monthsOf(more).slice(0, 2)).toMatchObject([
      { started: 90, shareSoFar: 0.75, startedOfAll: 0.33 },
      { started: 30, shareSoFar: 1, startedOfAll: 0.44 },
    ]);
  });

  it('shows no count of people that is not rounded, and none of a few', () => {
    const anybody = fc.record({
      sex: fc.constantFrom('male', 'female', null),
      substanceGroup: fc.constantFrom('Alcohol only', 'Opiates and crack', 'Opiates without crack'),
      isFollowUpComplete: fc.boolean(),
      days: fc.constantFrom(0, 20, 120),
    });
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 400 }), (people) => {
        const clients = people.map(({ days, ...who }) =>
          days === 0 ? cohortClient(who) : worker(days, who),
        );
        const text = JSON.stringify(releaseOf(clients));
        for (const [, count] of text.matchAll(/"(?:base|count|started)":(\d+)/g)) {
          expect(Number(count) % policy.base).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
