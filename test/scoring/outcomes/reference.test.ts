import { describe, expect, it } from 'vitest';

import { breakdowns } from '#scoring/outcomes/cohort/breakdowns.ts';
import { cohortMember, linkedCohort } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';
import {
  getReportedTable,
  outcomesReport,
  type OutcomesOfGroup,
} from '#scoring/outcomes/report/outcomes-report.ts';
import type { Comparison } from '#scoring/outcomes/tables/comparisons.ts';
import type { OutcomeFigure } from '#scoring/outcomes/tables/outcome-figure.ts';
import expected from '#test/reference/outcomes/outcomes.expected.json' with { type: 'json' };

import { only } from '../statistics/reference-group.ts';
import { relativeDifference } from '../statistics/relative-difference.ts';
import { referenceRecords } from './reference-cohort.ts';

const records = referenceRecords();
const cohort = linkedCohort(records, expected.linkageDate, followUpRules2025);
const report = outcomesReport(cohort.clients);

type ExpectedTable = (typeof expected.full)[number];
type Numbers = Readonly<Record<string, number | string | null | undefined>>;

/** Numbers of ours beside R's, at most a billionth of themselves apart. */
function expectNumbers(name: string, ours: Numbers, theirs: Numbers, keys: readonly string[]) {
  for (const key of keys) {
    const [a, b] = [ours[key] ?? null, theirs[key] ?? null];
    const isClose =
      a === b ||
      (typeof a === 'number' && typeof b === 'number' && relativeDifference(a, b) < 1e-9);
    expect(isClose, `${name}, ${key}: ${a} and ${b}`).toBe(true);
  }
}

function expectFigure(name: string, ours: OutcomeFigure, theirs: Numbers) {
  expect(ours.denominator, `${name}, base`).toBe(theirs.denominator);
  const values = { ...ours };
  expectNumbers(name, values, theirs, ['numerator', 'value', 'lower', 'upper']);
  if ('standardDeviation' in theirs) {
    expectNumbers(name, values, theirs, ['standardDeviation']);
  }
}

function expectComparisons(
  name: string,
  ours: readonly Comparison[],
  theirs: readonly (Numbers & { group: string; other?: string })[],
) {
  const computed = ours.filter(({ result }) => result.status === 'computed');
  expect(computed.length, `${name}, how many`).toBe(theirs.length);
  for (const row of theirs) {
    // R has its groups by name, so a pair may be the other way round there.
    const straight = computed.find(
      ({ group, comparator }) =>
        group === row.group && (comparator.kind === 'rest' || comparator.group === row.other),
    );
    const turned = computed.find(
      ({ group, comparator }) =>
        group === row.other && comparator.kind === 'pair' && comparator.group === row.group,
    );
    const found = straight ?? turned!;
    const { status, ...result } = only(found.result, 'computed');
    const flipped =
      straight === undefined
        ? {
            ...result,
            difference: -result.difference,
            lower: -result.upper,
            upper: -result.lower,
            statistic: -result.statistic,
          }
        : result;
    expectNumbers(
      `${name}, ${row.group} against ${row.other ?? 'the rest'} (${status})`,
      { ...flipped, adjustedP: found.adjustedP },
      row,
      ['difference', 'lower', 'upper', 'statistic', 'df', 'p', 'adjustedP'],
    );
  }
}

function expectTables(group: OutcomesOfGroup, tables: readonly ExpectedTable[]) {
  expect(group.tables).toHaveLength(tables.length);
  for (const theirs of tables) {
    const name = `${theirs.outcome} by ${theirs.breakdown}`;
    const ours = getReportedTable(group, theirs.outcome, theirs.breakdown);
    expectFigure(name, ours.table.total, theirs.total);
    const filled = ours.table.rows.filter(({ clients }) => clients > 0);
    expect(filled.map((row) => row.group).sort()).toEqual(
      theirs.rows.map((row) => row.group).sort(),
    );
    for (const row of theirs.rows) {
      const own = filled.find((each) => each.group === row.group)!;
      expect(own.clients, `${name}, ${row.group}`).toBe(row.clients);
      expectFigure(`${name}, ${row.group}`, own.figure, row);
    }
    expectComparisons(`${name}, rest`, ours.comparisons?.rest ?? [], theirs.rest);
    expectComparisons(`${name}, pairs`, ours.comparisons?.pairs ?? [], theirs.pairs);
  }
}

describe('the synthetic cohort worked out in R', () => {
  it('agrees client by client, exactly', () => {
    const byId = new Map(expected.clients.map((client) => [client.clientId, client]));
    expect(records.length).toBe(expected.clients.length);
    for (const record of records) {
      const { clientId, excluded, ...outcomes } = byId.get(record.client.clientId)!;
      const member = cohortMember(record, expected.linkageDate, followUpRules2025);
      expect(member.status === 'left-out' ? member.reason : '', `of ${clientId}`).toBe(excluded);
      // Who is left out has no outcomes to compare.
      const found = member.status === 'included' ? member.client : outcomes;
      expect(found, `of ${clientId}`).toMatchObject(outcomes);
    }
  });

  it('agrees on who is left out and why, and on follow-up', () => {
    expect(Object.fromEntries(cohort.excluded.map(({ reason, count }) => [reason, count]))).toEqual(
      Object.fromEntries(Object.entries(expected.excluded).filter(([, count]) => count > 0)),
    );
    expect(cohort.clients).toHaveLength(expected.included);
    for (const group of ['full', 'complete', 'incomplete'] as const) {
      const [ours, theirs] = [report.followUp[group], expected.followUp[group]];
      expect(ours.clients).toBe(theirs.clients);
      expect(ours.meanDays).toBeCloseTo(theirs.meanDays, 9);
    }
  });

  it('agrees on who is in the cohort', () => {
    for (const { breakdown, counts } of expected.description) {
      const { rows } = report.groups.full.description.find((each) => each.breakdown === breakdown)!;
      const filled = rows.filter(({ share }) => share.numerator > 0);
      expect(
        Object.fromEntries(filled.map(({ group, share }) => [group, share.numerator])),
      ).toEqual(counts);
    }
  });

  it('agrees on every table and comparison of everybody', () => {
    expectTables(report.groups.full, expected.full);
  });

  it('agrees on every table and comparison of those followed for 18 months', () => {
    expectTables(report.groups.complete, expected.complete);
  });

  it('agrees on first jobs by month and where they slow down', () => {
    const { firstJobs, slowDown } = report.groups.full;
    expect(firstJobs.started).toBe(expected.firstJobs.started);
    expect(firstJobs.months.map(({ started }) => started)).toEqual(expected.firstJobs.byMonth);
    const found = only(slowDown, 'computed');
    const { month, lower, upper, logLikelihood } = expected.slowDown;
    expect([found.month, found.lower, found.upper]).toEqual([month, lower, upper]);
    expect(found.n).toBe(expected.atRisk[0]);
    for (const [place, value] of logLikelihood.entries()) {
      expect(relativeDifference(found.logLikelihood[place]!.value, value)).toBeLessThan(1e-9);
    }
  });

  it('agrees on the curve of time to first job', () => {
    const { steps, median } = only(report.groups.full.timeToFirstJob, 'computed');
    const { curve } = expected;
    expect(steps.map(({ time }) => time)).toEqual(curve.time);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual(curve.atRisk);
    for (const [place, { survival, lower, upper }] of steps.entries()) {
      const theirs = {
        survival: curve.survival[place],
        lower: curve.lower[place],
        upper: curve.upper[place],
      };
      expectNumbers(`step ${place}`, { survival, lower, upper }, theirs, [
        'survival',
        'lower',
        'upper',
      ]);
    }
    expect(median.time ?? null).toBe(curve.median);
  });

  it('agrees on first jobs, curves and log-rank tests in months, by group', () => {
    expect(expected.firstJobsByGroup.map(({ breakdown }) => breakdown)).toEqual(
      breakdowns.filter(({ isCompared }) => isCompared).map(({ key }) => key),
    );
    for (const { breakdown, groups, ...theirs } of expected.firstJobsByGroup) {
      const ours = report.groups.full.firstJobsByGroup.find((one) => one.breakdown === breakdown)!;
      const { chiSquared, df, p } = only(ours.test, 'computed');
      expectNumbers(breakdown, { chiSquared, df, p }, theirs, ['chiSquared', 'df', 'p']);
      expect(ours.groups.map(({ group }) => group).sort()).toEqual(
        groups.map(({ group }) => group).sort(),
      );
      for (const { group, clients, started, survival } of groups) {
        const own = ours.groups.find((one) => one.group === group)!;
        expect([own.clients, own.started], `${breakdown}, ${group}`).toEqual([clients, started]);
        const { steps } = only(own.curve, 'computed');
        for (const [place, value] of survival.entries()) {
          const at = steps.findLast(({ time }) => time <= place + 1)?.survival ?? 1;
          const name = `${breakdown}, ${group}, month ${place + 1}`;
          expectNumbers(name, { at }, { at: value }, ['at']);
        }
      }
    }
  });
});
