import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  clientsByGroup,
  getBreakdown,
  type BreakdownKey,
} from '#scoring/outcomes/cohort/breakdowns.ts';
import type { CohortClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { groupSums, joinedSums } from '#scoring/outcomes/tables/group-sums.ts';
import { summedGroups, tableOfGroups } from '#scoring/outcomes/tables/group-table.ts';
import {
  getOutcomeMeasure,
  outcomeKeys,
  outcomeMeasures,
} from '#scoring/outcomes/tables/outcome-measures.ts';
import { sampleSummary } from '#scoring/statistics/t-tests.ts';

import { cohortClient, worker } from '../cohort/cohort.ts';

function tableBy(
  by: BreakdownKey,
  key: string,
  clients: readonly CohortClient[],
  fewestClientsOfSite = 100,
) {
  const [measure, breakdown] = [getOutcomeMeasure(key), getBreakdown(by)];
  const groups = summedGroups(measure, clientsByGroup(clients, breakdown));
  return tableOfGroups(measure, breakdown, groups, { fewestClientsOfSite, level: 0.95 });
}

const sexTable = (key: string, clients: readonly CohortClient[]) => tableBy('sex', key, clients);

describe('outcome measures', () => {
  it('have each its own base', () => {
    expect(outcomeMeasures.map(({ key }) => key)).toEqual(outcomeKeys);
    const clients = [
      cohortClient(),
      worker(100),
      worker(50, { startedJob: false, daysToFirstJob: null, firstJobMonth: null }),
      worker(20, { incomeTaxPence: null, nationalInsurancePence: null }),
    ];
    const bases = outcomeMeasures.map((measure) => [measure.key, groupSums(measure, clients).n]);
    expect(Object.fromEntries(bases)).toEqual({
      worked: 4,
      'started-job': 4,
      'days-to-first-job': 2,
      'days-employed': 3,
      'longest-job': 3,
      'sustained-13-weeks': 3,
      jobs: 3,
      'income-tax': 2,
      'national-insurance': 2,
      contributions: 2,
    });
    expect(() => getOutcomeMeasure('height')).toThrow(/getOutcomeMeasure/);
  });
});

describe('tableOfGroups', () => {
  it('counts a share over its base, blanks as a group, with Wilson’s interval', () => {
    const clients = [worker(100), worker(30), cohortClient(), worker(95, { sex: null })];
    const { base, total, rows } = sexTable('sustained-13-weeks', clients);
    expect(base).toBe('worked');
    expect(total).toMatchObject({ numerator: 2, denominator: 3 });
    expect(rows.map(({ group, clients: n }) => [group, n])).toEqual([
      ['Men', 0],
      ['Women', 3],
      ['Not known', 1],
    ]);
    expect(rows[0]!.figure).toEqual({
      status: 'none',
      denominator: 0,
      numerator: 0,
      value: null,
      lower: null,
      upper: null,
      standardDeviation: null,
    });
    // Wilson's limits of 1 of 2.
    expect(rows[1]!.figure).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(rows[1]!.figure.lower).toBeCloseTo(0.0945312, 6);
    expect(rows[1]!.figure.upper).toBeCloseTo(0.9054688, 6);
  });

  it('has a mean with its t interval, in pounds where pence are summed', () => {
    const clients = [100, 200, 600].map((incomeTaxPence) => worker(5, { incomeTaxPence }));
    const { figure } = sexTable('income-tax', clients).rows[1]!;
    // s = sqrt(7) pounds, t(0.975, 2) = 4.302653.
    expect(figure).toMatchObject({ numerator: 9, denominator: 3, value: 3 });
    expect(figure.standardDeviation).toBeCloseTo(Math.sqrt(7), 12);
    expect(figure.lower).toBeCloseTo(3 - (4.30265273 * Math.sqrt(7)) / Math.sqrt(3), 7);
  });

  it('has no interval for one client, nor for equal values', () => {
    expect(sexTable('days-employed', [worker(40)]).total).toMatchObject({
      value: 40,
      lower: null,
      upper: null,
      standardDeviation: null,
    });
    expect(sexTable('days-employed', [worker(40), worker(40)]).total).toMatchObject({
      value: 40,
      lower: null,
      standardDeviation: 0,
    });
  });

  it('lists sites by name and marks those too small to publish, by clients and not by base', () => {
    const clients = [
      ...Array.from({ length: 99 }, () => worker(10, { site: 'Wirral' })),
      ...Array.from({ length: 100 }, () => cohortClient({ site: 'Leeds' })),
      cohortClient({ site: 'Leeds', worked: true, jobs: 1 }),
    ];
    const table = tableBy('site', 'jobs', clients);
    expect(table.rows.map(({ group, isPublishable }) => [group, isPublishable])).toEqual([
      ['Leeds', true],
      ['Wirral', false],
    ]);
    const lower = tableBy('site', 'jobs', clients, 99);
    expect(lower.rows.every(({ isPublishable }) => isPublishable)).toBe(true);
  });

  it('can be handed to another thread', () => {
    const table = sexTable('days-employed', [worker(40), cohortClient()]);
    expect(structuredClone(table)).toEqual(table);
  });
});

describe('joinedSums', () => {
  it('of the parts are those of the whole', () => {
    const measure = getOutcomeMeasure('days-employed');
    const days = fc.array(fc.integer({ min: 1, max: 548 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(days, { maxLength: 5 }), (parts) => {
        const groups = parts.map((part) => part.map((count) => worker(count)));
        const joined = joinedSums(groups.map((group) => groupSums(measure, group)));
        const values = parts.flat();
        expect(joined.n).toBe(values.length);
        expect(joined.sum).toBe(values.reduce((sum, value) => sum + value, 0));
        if (values.length < 2) return;
        const { standardDeviation } = sampleSummary(values);
        const expected = standardDeviation ** 2 * (values.length - 1);
        expect(Math.abs(joined.squares - expected)).toBeLessThan(1e-6);
      }),
    );
  });
});
