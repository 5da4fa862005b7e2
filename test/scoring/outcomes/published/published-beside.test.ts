import { describe, expect, it } from 'vitest';

import { publishedBeside } from '#scoring/outcomes/published/published-beside.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import { outcomesReport, usualOutcomesSettings } from '#scoring/outcomes/report/outcomes-report.ts';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };

import { cohortClient, worker } from '../cohort/cohort.ts';

/** All numbers in an object, however deep. */
function countNumbers(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + countNumbers(part), 0);
}

const clients = [
  ...Array.from({ length: 51 }, () => worker(271, { sex: 'male' })),
  ...Array.from({ length: 49 }, () => cohortClient({ isFollowUpComplete: false })),
];
const computed = outcomesReport(clients, {
  ...usualOutcomesSettings,
  matching: { sent: 6214, matched: 6080 },
});
const rows = publishedBeside(report2025, computed);

const total = (outcome: string, followUpGroup = 'full') =>
  rows.find(
    ({ place }) =>
      place.kind === 'outcome' &&
      place.outcome === outcome &&
      place.followUpGroup === followUpGroup &&
      place.of === null,
  );

describe('publishedBeside', () => {
  it('has a row for every printed figure of the cohort, the outcomes and the first jobs', () => {
    const outcomes = [
      ohid.successfulEmploymentPct,
      ohid.daysToFirstJob,
      ohid.daysEmployed,
      ohid.longestJobDays,
      ohid.sustained13WeeksPct,
      ohid.contributionsGbp,
    ];
    const { cohort } = ohid;
    // All but the complete of the previous round and the number of local authorities, which no row can answer.
    const numbers = [...outcomes, cohort].reduce((sum, part) => sum + countNumbers(part), 0);
    expect(rows).toHaveLength(numbers - 2);
  });

  it('agrees where ours rounds to the printed number', () => {
    expect(total('worked')).toMatchObject({ published: 51, agrees: true });
    expect(total('worked')!.computed).toBeCloseTo(51, 9);
    expect(total('days-employed')).toMatchObject({ published: 271, computed: 271, agrees: true });
    expect(total('worked', 'complete')).toMatchObject({
      published: 52,
      computed: 100,
      agrees: false,
    });
    expect(total('jobs')).toMatchObject({ published: 2, computed: 1, agrees: false });
  });

  it('takes counts at their word, and says where we have none', () => {
    const cohort = (name: string) =>
      rows.find(({ place }) => place.kind === 'cohort' && place.name === name);
    expect(cohort('Sent for matching')).toMatchObject({ computed: 6214, agrees: true });
    expect(cohort('Matched')).toMatchObject({ published: 6080, computed: 100, agrees: false });
    expect(cohort('Match rate')!.computed).toBeCloseTo(97.84, 2);
    expect(cohort('Share whose follow-up is complete')).toMatchObject({
      published: 52,
      computed: 51,
    });
    expect(cohort('Teams')).toMatchObject({ published: 63, computed: 1 });
    const women = rows.find(
      ({ place }) =>
        place.kind === 'outcome' &&
        place.outcome === 'days-employed' &&
        place.of?.group === 'Women',
    );
    expect(women).toMatchObject({ published: 286, computed: null, agrees: false });
  });
});
