import { describe, expect, test } from 'vitest';

import { clientMeetingSchema, clinicSchema } from '#app/forms/client-meeting.schema.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { editJobEntrySchema, newJobEntrySchema } from '#app/forms/job-entry.schema.ts';
import {
  emptyJobEntry,
  jobEntryFormValues,
  noEmployer,
  thirteenWeekDay,
} from '#app/forms/job-entry.ts';
import { meetingReturnSchema } from '#app/forms/meeting-return.schema.ts';
import { returnValues } from '#app/forms/meeting-return.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import {
  editStaffSchema,
  leaveSchema,
  newStaffSchema,
  workingPatternSchema,
} from '#app/forms/staff.schema.ts';
import { profileSchema } from '#app/forms/vocational-profile.schema.ts';
import {
  profileAnswers,
  profileFormValues,
  profileQuestions,
} from '#app/forms/vocational-profile.ts';
import { leaveDays } from '#app/staff/leave-days.ts';
import { profileFactorKeys } from '#scoring/outcomes/baseline-factors.ts';
import type { z } from 'zod';

const today = '2026-07-03';
const enrolmentDate = '2026-01-12';
const submissionId = '0d7d38e2-3f8a-4b43-9c3e-2a8f4c7f5a10';
const someId = '6c5bb1d0-5e2f-4a0c-8c39-1f9a7e0f9b11';

function errorsBy(schema: z.ZodType, fields: FormValues): Record<string, string> {
  const result = schema.safeParse(fields);
  if (result.success) return {};
  return Object.fromEntries(errorsOf(result.error).map(({ field, message }) => [field, message]));
}

const boxes = (name: string, [day, month, year]: readonly [string, string, string]) => ({
  [`${name}Day`]: day,
  [`${name}Month`]: month,
  [`${name}Year`]: year,
});

describe('a meeting return', () => {
  const counts = {
    clientsOnBooks: '10',
    meetingsHeld: '21',
    clientsWith0: '1',
    clientsWith1To4: '2',
    clientsWith5To8: '3',
    clientsWith9To12: '3',
    clientsWith13OrMore: '1',
  };
  const schema = meetingReturnSchema('2026-05');

  test('is read as numbers', () => {
    expect(schema.parse({ submissionId, ...counts })).toMatchObject({
      clientsOnBooks: 10,
      clientsWith13OrMore: 1,
    });
  });

  test('whose bands do not add up is refused with both numbers', () => {
    expect(errorsBy(schema, { submissionId, ...counts, clientsWith0: '2' })).toEqual({
      clientsOnBooks:
        'The five bands must add up to the clients on the books: they add up to 11, not 10',
    });
  });

  test('needs a whole number in every box', () => {
    const empty = returnValues(undefined);
    expect(Object.keys(errorsBy(schema, { submissionId, ...empty }))).toHaveLength(7);
    const wrong = errorsBy(schema, {
      submissionId,
      ...counts,
      meetingsHeld: '2.5',
      clientsWith0: '-1',
    });
    expect(wrong).toEqual({
      meetingsHeld: 'Enter the meetings held in the month as a whole number, like 12',
      clientsWith0: 'Enter the clients with 0 meetings as a whole number, like 12',
    });
  });
});

describe('a job entry', () => {
  const days = { today, enrolmentDate };
  const schema = newJobEntrySchema(days);
  const least = {
    ...emptyJobEntry,
    submissionId,
    employer: someId,
    ...boxes('startDate', ['2', '3', '2026']),
    fourHoursDone: 'yes',
    jobType: 'care',
  };

  test('needs employer, first day, kind of work and the 4 hours', () => {
    expect(schema.parse(least).job).toEqual({
      startDate: '2026-03-02',
      endDate: null,
      hoursPerWeek: null,
      fourHoursDone: 'yes',
      jobType: 'care',
      permanent: 'not-known',
      evidence: 'none',
      evidencedOn: null,
    });
    expect(Object.keys(errorsBy(schema, { ...emptyJobEntry, submissionId })).toSorted()).toEqual([
      'employer',
      'fourHoursDone',
      'jobType',
      'startDate',
    ]);
  });

  test('starts after enrolment, ends after it starts, and not in the future', () => {
    expect(errorsBy(schema, { ...least, ...boxes('startDate', ['11', '1', '2026']) })).toEqual({
      startDate:
        'The first day of the job must be on or after the client’s enrolment, 12 January 2026',
    });
    expect(errorsBy(schema, { ...least, ...boxes('endDate', ['1', '3', '2026']) })).toEqual({
      endDate: 'The last day of the job must be on or after the first day of the job',
    });
    expect(
      Object.keys(errorsBy(schema, { ...least, ...boxes('startDate', ['4', '7', '2026']) })),
    ).toEqual(['startDate']);
  });

  test('has hours as a number', () => {
    expect(schema.parse({ ...least, hoursPerWeek: '37.5' }).job.hoursPerWeek).toBe(37.5);
    expect(errorsBy(schema, { ...least, hoursPerWeek: 'full time' })).toEqual({
      hoursPerWeek: 'Enter the hours a week as a number, like 37.5',
    });
    expect(errorsBy(schema, { ...least, hoursPerWeek: '101' })).toHaveProperty('hoursPerWeek');
  });

  test('with evidence says when; without it no day is kept', () => {
    const evidenced = { ...least, evidence: 'provider-evidenced' };
    expect(errorsBy(schema, evidenced)).toEqual({ evidencedOn: 'Enter the date of the evidence' });
    const day = boxes('evidencedOn', ['10', '3', '2026']);
    expect(schema.parse({ ...evidenced, ...day }).job.evidencedOn).toBe('2026-03-10');
    expect(schema.parse({ ...least, ...day }).job.evidencedOn).toBeNull();
  });

  test('goes through its form unchanged, self-employment too', () => {
    const job = {
      employerId: null,
      startDate: '2026-03-02',
      endDate: '2026-06-01',
      hoursPerWeek: 16,
      fourHoursDone: 'not-known',
      jobType: 'driving',
      permanent: 'no',
      evidence: 'provider-evidenced',
      evidencedOn: '2026-03-20',
    };
    const sent = editJobEntrySchema(days).parse({ version: '1', ...jobEntryFormValues(job) });
    const { employerId: _none, ...same } = job;
    expect(sent.job).toEqual(same);
    expect(sent.employerAnswer.employer).toBe(noEmployer.value);
  });

  test('has lasted 13 weeks on its 91st day', () => {
    expect(thirteenWeekDay('2026-01-01')).toBe('2026-04-01');
  });
});

describe('a meeting', () => {
  const schema = clientMeetingSchema(today, enrolmentDate);

  test('is today unless said otherwise', () => {
    const sent = { submissionId, form: 'telephone' };
    expect(schema.parse(sent)).toMatchObject({ meetingDate: today, specialistId: '' });
    expect(schema.parse({ ...sent, when: 'yesterday' })).toMatchObject({
      meetingDate: '2026-07-02',
    });
    expect(errorsBy(schema, { submissionId })).toEqual({ form: 'Choose how you met' });
  });

  test('lies between enrolment and today', () => {
    const on = (day: readonly [string, string, string]) =>
      errorsBy(schema, {
        submissionId,
        form: 'video',
        when: 'other',
        ...boxes('meetingDate', day),
      });
    expect(on(['12', '1', '2026'])).toEqual({});
    expect(on(['11', '1', '2026'])).toHaveProperty('meetingDate');
    expect(on(['4', '7', '2026'])).toHaveProperty('meetingDate');
  });

  test('of a clinic is one for each client chosen', () => {
    const sent = { submissionId, form: 'in-person', clients: [someId, submissionId] };
    expect(clinicSchema(today).parse(sent).clients).toHaveLength(2);
    expect(errorsBy(clinicSchema(today), { submissionId, form: 'in-person' })).toEqual({
      clients: 'Choose the clients you met',
    });
    expect(errorsBy(clinicSchema(today), { ...sent, clients: ['x'] })).toHaveProperty('clients');
  });
});

describe('the vocational profile', () => {
  const schema = profileSchema({ today, enrolmentDate });
  const date = boxes('profileDate', ['20', '1', '2026']);

  test('asks each of its twelve questions once, “not known” last', () => {
    expect(profileQuestions.map(({ key }) => key)).toEqual([...profileFactorKeys]);
    for (const { key } of profileQuestions) {
      expect(profileAnswers(key).at(-1)).toEqual({ value: 'not-known', label: 'Not known' });
    }
  });

  test('takes what is not answered as not known', () => {
    const { values, profileDate } = schema.parse({ version: '0', ...date });
    expect(profileDate).toBe('2026-01-20');
    expect(new Set(Object.values(values))).toEqual(new Set(['not-known']));
  });

  test('goes through its form unchanged and takes no other answers', () => {
    const values = {
      referralSource: 'Jobcentre Plus',
      mainSubstance: 'Non-opiates and alcohol',
      treatment: 'Not in treatment',
      lastJob: 'Over 5 years or never',
      gpVisit: 'yes',
      aeVisit: 'no',
      benefit: 'ESA support group',
      ethnicity: 'Other or mixed',
      housing: 'Local authority or hostel',
      convicted: 'not-known',
      confidence: 'Moderate',
      qualification: 'Medium',
    };
    const form = profileFormValues({ profileDate: '2026-01-20', values });
    expect(schema.parse({ version: '3', ...form })).toMatchObject({ version: 3, values });
    expect(errorsBy(schema, { version: '3', ...form, housing: 'Castle', gpVisit: 'Yes' })).toEqual({
      housing: 'Choose one of the answers, or “Not known”',
      gpVisit: 'Choose “Yes”, “No” or “Not known”',
    });
  });

  test('needs its date', () => {
    expect(errorsBy(schema, { version: '0' })).toEqual({
      profileDate: 'Enter the date of the profile',
    });
  });
});

describe('staff', () => {
  const person = {
    name: 'Olu Other',
    role: 'employment-specialist',
    ...boxes('employedFrom', ['1', '4', '2025']),
  };

  test('a person has a name, a role, a first day and hours', () => {
    expect(newStaffSchema.parse({ submissionId, ...person, fte: '0.6' }).person).toEqual({
      name: 'Olu Other',
      role: 'employment-specialist',
      userId: null,
      employedFrom: '2025-04-01',
      employedTo: null,
      fte: 0.6,
    });
    expect(Object.keys(errorsBy(newStaffSchema, { submissionId })).toSorted()).toEqual([
      'employedFrom',
      'fte',
      'name',
      'role',
    ]);
  });

  test.each(['0', '1.2', '0.655', 'full', '-0.5', ''])('hours cannot be %s', (fte) => {
    const sent = { submissionId, ...boxes('fromDate', ['1', '4', '2025']), fte };
    expect(errorsBy(workingPatternSchema, sent)).toHaveProperty('fte');
  });

  test('nobody leaves before the first day', () => {
    const sent = { version: '1', ...person, ...boxes('employedTo', ['31', '3', '2025']) };
    expect(errorsBy(editStaffSchema, sent)).toEqual({
      employedTo: 'The last day in the team must be on or after the first day in the team',
    });
  });

  test('leave is one day, several, or half of one', () => {
    const first = boxes('firstDay', ['1', '6', '2026']);
    expect(leaveSchema.parse({ submissionId, ...first })).toMatchObject({
      firstDay: '2026-06-01',
      lastDay: '2026-06-01',
      part: 1,
    });
    const last = boxes('lastDay', ['5', '6', '2026']);
    expect(leaveSchema.parse({ submissionId, ...first, ...last }).lastDay).toBe('2026-06-05');
    expect(leaveSchema.parse({ submissionId, ...first, part: 'half' }).part).toBe(0.5);
    expect(errorsBy(leaveSchema, { submissionId, ...first, ...last, part: 'half' })).toEqual({
      lastDay: 'Leave the last day empty for half a day',
    });
    expect(
      errorsBy(leaveSchema, { submissionId, ...boxes('firstDay', ['6', '6', '2026']), ...last }),
    ).toHaveProperty('lastDay');
  });

  test('leave takes away weekdays that are no bank holidays', () => {
    // Friday 22 to Tuesday 26 May 2026, the Monday being a bank holiday.
    expect(leaveDays('2026-05-22', '2026-05-26', new Set(['2026-05-25']))).toEqual([
      '2026-05-22',
      '2026-05-26',
    ]);
    expect(leaveDays('2026-05-23', '2026-05-25', new Set(['2026-05-25']))).toEqual([]);
  });
});
