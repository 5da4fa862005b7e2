import { describe, expect, it } from 'vitest';

import {
  recordedCurrentJobs,
  recordedEmployers,
  recordedJobTypes,
  yearUpTo,
  type RecordedJobStart,
} from '#scoring/fidelity/records/job-record.ts';

const day = '2026-06-30';
const start = (jobType: string, employerId: string | null, startedOn = '2026-03-02') => ({
  jobType,
  employerId,
  startedOn,
});

describe('the year up to a day', () => {
  it('leaves the day a year ago out', () => {
    expect(yearUpTo(day)).toEqual({ from: '2025-07-01', to: day });
    expect(yearUpTo('2024-02-29')).toEqual({ from: '2023-03-01', to: '2024-02-29' });
  });
});

describe('job starts from records, items 19 and 20', () => {
  const starts: RecordedJobStart[] = [
    start('Shop work', 'a'),
    start(' shop  WORK ', 'a'),
    start('Cleaning', 'a'),
    start('', 'b'),
    start('Self-employed', null),
    start('Driving', 'c', '2025-06-30'),
    start('Driving', 'c', '2026-07-01'),
    start('Driving', 'd', day),
  ];

  it('compares the kind of work without regard to case and spaces', () => {
    // Shop work, cleaning, self-employed and driving among five known ones
    const item = recordedJobTypes(starts, day);
    expect(item.measured?.measurement).toMatchObject({ value: 80, part: 4, whole: 5 });
    expect(item.measured?.unused).toEqual([
      { count: 1, what: 'job starts without a kind of work' },
    ]);
    expect(item.facts).toEqual({ measured: 80, cases: 5 });
  });

  it('leaves self-employment out of the employers', () => {
    // a, b and d among five
    const item = recordedEmployers(starts, day);
    expect(item.measured?.measurement).toMatchObject({ value: 60, part: 3, whole: 5 });
    expect(item.measured?.unused).toMatchObject([{ count: 1 }]);
  });

  it('has nothing to take without starts', () => {
    expect(recordedJobTypes([], day)).toMatchObject({
      facts: null,
      measured: { measurement: { status: 'too-few' }, unused: [] },
    });
    const unnamed = recordedJobTypes([start(' ', 'a')], day);
    expect(unnamed).toMatchObject({ facts: null, measured: { unused: [{ count: 1 }] } });
  });
});

describe('current jobs from records, item 21', () => {
  it('counts what is known to be permanent, and says that competitive is not recorded', () => {
    const jobs = [true, true, true, false, null].map((permanent) => ({ permanent }));
    const item = recordedCurrentJobs(jobs, day);
    expect(item.measured?.measurement).toMatchObject({ value: 60, part: 3, whole: 5 });
    expect(item.measured?.unused).toMatchObject([{ count: 1 }]);
    expect(item.facts).toEqual({ measured: 60, cases: 5 });
    expect(item.cautions.join(' ')).toContain('most it can be');
  });

  it('hands no jobs on as none', () => {
    const item = recordedCurrentJobs([], day);
    expect(item.measured?.measurement).toMatchObject({ status: 'too-few' });
    expect(item.facts).toEqual({ cases: 0 });
  });
});
