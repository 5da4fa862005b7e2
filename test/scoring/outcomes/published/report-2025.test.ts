import { describe, expect, it } from 'vitest';

import { breakdowns } from '#scoring/outcomes/cohort/breakdowns.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };

const breakdownOf = {
  substance: 'substance',
  sex: 'sex',
  age: 'age',
  treatmentStatus: 'treatment-status',
  timeInTreatment: 'time-in-treatment',
  engagement: 'engagement',
  site: 'site',
} as const;

/** The file's breakdowns under our keys. */
function groupsOf(figures: object) {
  const found = new Map<string, unknown>(Object.entries(figures));
  return Object.fromEntries(
    Object.entries(breakdownOf)
      .filter(([theirs]) => found.has(theirs))
      .map(([theirs, ours]) => [ours, found.get(theirs)]),
  );
}

describe('report2025', () => {
  const { outcomes, shares } = report2025;

  it('has every printed figure of the outcomes', () => {
    const { contributionsGbp } = ohid;
    expect(outcomes).toEqual({
      worked: {
        all: ohid.successfulEmploymentPct.all,
        complete: ohid.successfulEmploymentPct.followUpComplete,
        groups: groupsOf(ohid.successfulEmploymentPct),
      },
      'days-to-first-job': {
        all: ohid.daysToFirstJob.all,
        complete: null,
        groups: groupsOf(ohid.daysToFirstJob),
      },
      'days-employed': {
        all: ohid.daysEmployed.all,
        complete: null,
        groups: groupsOf(ohid.daysEmployed),
      },
      'longest-job': {
        all: ohid.longestJobDays.all,
        complete: null,
        groups: groupsOf(ohid.longestJobDays),
      },
      'sustained-13-weeks': {
        all: ohid.sustained13WeeksPct.all,
        complete: ohid.sustained13WeeksPct.followUpComplete,
        groups: groupsOf(ohid.sustained13WeeksPct),
      },
      jobs: { all: ohid.longestJobDays.meanJobsPerEmployedClient, complete: null, groups: {} },
      'income-tax': {
        all: contributionsGbp.incomeTax.all,
        complete: null,
        groups: groupsOf(contributionsGbp.incomeTax),
      },
      'national-insurance': {
        all: contributionsGbp.nationalInsurance.all,
        complete: null,
        groups: groupsOf(contributionsGbp.nationalInsurance),
      },
      contributions: {
        all: null,
        complete: null,
        groups: { substance: contributionsGbp.totalBySubstance },
      },
    });
  });

  it('has the cohort and the first jobs', () => {
    const { cohort, daysToFirstJob } = ohid;
    expect(report2025).toMatchObject({
      sent: cohort.sentToHmrc,
      matched: cohort.matched,
      matchRatePercentage: cohort.matchRatePct,
      followUpCompletePercentage: cohort.followUpCompletePct,
      followUpComplete: cohort.followUpComplete,
      followUpCompletePreviousRound: cohort.followUpCompletePreviousRound,
      meanFollowUpDays: {
        full: cohort.meanFollowUpDaysFullGroup,
        incomplete: cohort.meanFollowUpDaysIncompleteGroup,
      },
      teams: cohort.teams,
      localAuthorities: cohort.localAuthorities,
      linkageMonth: ohid.design.linkageMonth,
      firstJobByMonth: daysToFirstJob.firstJobByMonth,
      startedByMonth3: daysToFirstJob.startedInFirst3MonthsPct,
      startedByMonth9: daysToFirstJob.startedByMonth9Pct,
    });
    expect(shares).toEqual({
      substance: cohort.substancePct,
      sex: { Men: cohort.menPct },
      'age-bands': cohort.agePct,
      'treatment-status': { 'Successfully completed treatment': cohort.completedTreatmentPct },
      'time-in-treatment': { 'More than 12 months': cohort.moreThan12MonthsInTreatmentPct },
      engagement: { 'Less than 2 months': cohort.engagedLessThan2MonthsPct },
      deprivation: { '1 (most deprived)': cohort.mostDeprivedQuintilePct },
    });
  });

  it('names groups as our tables do', () => {
    for (const { key, groups } of breakdowns.filter((breakdown) => breakdown.isCompared)) {
      const printed = [shares, ...Object.values(outcomes).map((outcome) => outcome.groups)];
      const names = printed.flatMap((by) => Object.keys(by[key] ?? {}));
      expect(names.filter((name) => !groups.includes(name))).toEqual([]);
    }
  });
});
