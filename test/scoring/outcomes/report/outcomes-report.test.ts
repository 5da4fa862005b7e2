import { describe, expect, it } from 'vitest';

import {
  getReportedTable,
  outcomesReport,
  usualOutcomesSettings,
} from '#scoring/outcomes/report/outcomes-report.ts';
import { trialFigures } from '#scoring/outcomes/report/trial-comparison.ts';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };

import { cohortClient, worker } from '../cohort/cohort.ts';

const many = (count: number, client: ReturnType<typeof cohortClient>) =>
  Array.from({ length: count }, () => client);

const clients = [
  ...many(40, worker(200, { sex: 'male' })),
  ...many(60, cohortClient({ sex: 'male' })),
  ...many(80, worker(30)),
  ...many(20, cohortClient({ isFollowUpComplete: false, followUpDays: 300, followUpMonths: 10 })),
];

describe('outcomesReport', () => {
  const report = outcomesReport(clients, {
    ...usualOutcomesSettings,
    matching: { sent: 250, matched: 200 },
    references: { sex: 'Men' },
  });

  it('has every outcome by every breakdown, for everybody and for the complete', () => {
    expect(report.groups.full.tables).toHaveLength(10 * 9);
    expect(report.groups.complete.tables).toHaveLength(10 * 9);
    expect([report.groups.full.clients, report.groups.complete.clients]).toEqual([200, 180]);
    const { table } = getReportedTable(report.groups.complete, 'worked', 'sex');
    expect(table.rows[1]!.figure).toMatchObject({ numerator: 80, denominator: 80 });
    expect(() => getReportedTable(report.groups.full, 'worked', 'height')).toThrow(RangeError);
  });

  it('keeps the base of each figure', () => {
    const { table } = getReportedTable(report.groups.full, 'sustained-13-weeks', 'sex');
    expect(table.total).toMatchObject({ numerator: 40, denominator: 120 });
    expect(table.base).toBe('worked');
  });

  it('has comparisons and findings, but none of sites', () => {
    const { comparisons, findings } = getReportedTable(report.groups.full, 'worked', 'sex');
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      'Women were more likely to have worked than men: 80% against 40%.',
    ]);
    expect(comparisons?.reference[0]?.comparator).toEqual({ kind: 'reference', group: 'Men' });
    expect(getReportedTable(report.groups.full, 'worked', 'site').comparisons).toBeNull();
  });

  it('has match rate, follow-up, first jobs and the curve', () => {
    expect(report.matchRate).toMatchObject({ numerator: 200, denominator: 250, value: 0.8 });
    expect(report.followUp.incomplete).toEqual({ clients: 20, meanDays: 300 });
    expect(report.groups.full.firstJobs.started).toBe(120);
    expect(report.groups.full.timeToFirstJob.status).toBe('computed');
    expect(outcomesReport(clients).matchRate).toBeNull();
  });

  it('does not mind the order of clients', () => {
    const again = outcomesReport([...clients].reverse(), {
      ...usualOutcomesSettings,
      matching: { sent: 250, matched: 200 },
      references: { sex: 'Men' },
    });
    expect(again).toEqual(report);
  });

  it('is plain values, also of nobody', () => {
    expect(structuredClone(report)).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    const empty = outcomesReport([]);
    expect(empty.groups.full.tables.every(({ table }) => table.total.status === 'none')).toBe(true);
    expect(empty.groups.full.tables.every(({ findings }) => findings.length === 0)).toBe(true);
  });

  it('sets the trial’s arms beside, with no test', () => {
    const [worked, opiates, sustained] = report.groups.full.trial;
    expect(worked).toMatchObject({ intervention: 0.3, control: 0.25 });
    expect(worked!.aboveIntervention).toBeCloseTo(0.3, 12);
    expect(opiates).toMatchObject({ figure: { status: 'none' }, aboveIntervention: null });
    expect(sustained!.aboveControl).toBeCloseTo(40 / 120 - 0.42, 12);
  });
});

describe('trialFigures', () => {
  it('are those the report quotes', () => {
    const { successfulEmployment, opiatesWithoutCrackIntervention, sustained13Weeks } =
      ohid.ipsAdTrialPct;
    const percent = (value: number | null) => (value === null ? null : Math.round(100 * value));
    expect(
      trialFigures.map(({ intervention, control }) => [intervention, control].map(percent)),
    ).toEqual([
      [successfulEmployment.intervention, successfulEmployment.control],
      [opiatesWithoutCrackIntervention, null],
      [sustained13Weeks.intervention, sustained13Weeks.control],
    ]);
  });
});
