import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

import { auditFilterForm } from '#app/forms/audit-filter.schema.ts';
import { editBenchmarkForm, newBenchmarkForm } from '#app/forms/benchmark.schema.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { editMeetingNoteForm } from '#app/forms/meeting-note.schema.ts';
import { noteFormValues } from '#app/forms/meeting-note.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import { editTeamForm } from '#app/forms/team.schema.ts';
import { authorityRowsFor, teamFormValues } from '#app/forms/team.ts';
import { editUserForm, newUserForm, setPasswordForm } from '#app/forms/user-account.schema.ts';

function errors(schema: z.ZodType, values: FormValues): Record<string, string> {
  const result = schema.safeParse(values);
  if (result.success) return {};
  return Object.fromEntries(errorsOf(result.error).map(({ field, message }) => [field, message]));
}

describe('a new user', () => {
  const good: FormValues = {
    submissionId: randomUUID(),
    email: ' New.Person@Example.org ',
    name: 'New Person',
    role: 'team-leader',
    teamId: 'team-1',
    hostServiceId: 'left over',
    password: 'marble canal teapot 85',
  };

  test('keeps the place of the role only, and the address in lower case', () => {
    expect(newUserForm.parse(good)).toMatchObject({
      email: 'new.person@example.org',
      teamId: 'team-1',
      hostServiceId: null,
    });
    expect(newUserForm.parse({ ...good, role: 'reviewer' })).toMatchObject({ teamId: null });
  });

  test.each([
    [{ role: 'team-leader', teamId: '' }, 'teamId'],
    [{ role: 'host-representative', hostServiceId: '' }, 'hostServiceId'],
    [{ role: 'owner' }, 'role'],
    [{ email: 'nobody' }, 'email'],
    [{ name: ' ' }, 'name'],
    [{ password: 'fourteen chars' }, 'password'],
    [{ password: 'New.Person New.Person' }, 'password'],
  ])('%o is refused', (wrong, field) => {
    expect(Object.keys(errors(newUserForm, { ...good, ...wrong }))).toEqual([field]);
  });

  test('every empty answer is named at once', () => {
    const empty = { email: '', name: '', role: '', teamId: '', hostServiceId: '', password: '' };
    const found = errors(newUserForm, { submissionId: randomUUID(), ...empty });
    expect(Object.keys(found)).toEqual(['email', 'name', 'role', 'password']);
  });

  test('spaces at the ends of a password are part of it', () => {
    const form = setPasswordForm({ name: 'New Person', email: 'new@example.org' });
    const password = ' marble canal teapot ';
    expect(form.parse({ version: '1', password })).toEqual({ version: 1, password });
  });

  test('a change carries no address and no password', () => {
    const { email, password, submissionId, ...facts } = good;
    expect(errors(editUserForm, { ...facts, version: '1' })).toEqual({});
    expect(Object.keys(errors(editUserForm, { ...good, version: '1' }))).toHaveLength(1);
  });
});

describe('a team', () => {
  const saved = {
    name: 'Northgate',
    region: 'London',
    ipsProvider: 'Invented Work',
    hostServiceId: 'host-1',
    siteId: null,
    startDate: '2022-04-01',
    endDate: null,
    authorities: [
      { localAuthority: 'Upper', fromDate: '2022-04-01', toDate: '2024-03-31' },
      { localAuthority: 'Lower', fromDate: '2022-04-01', toDate: null },
    ],
  };
  const values: FormValues = { ...teamFormValues(saved), version: '2' };

  test('reads its own values back', () => {
    const { hostServiceId, siteId, ...rest } = saved;
    expect(editTeamForm.parse(values)).toEqual({
      version: 2,
      team: { ...rest, hostService: { kind: 'known', id: 'host-1' }, site: { kind: 'none' } },
    });
  });

  test('offers three rows more than are filled', () => {
    expect([authorityRowsFor(teamFormValues()), authorityRowsFor(values)]).toEqual([3, 5]);
    expect(authorityRowsFor({ authority19: 'Far down' })).toBe(20);
  });

  test.each([
    [{ endDateDay: '1', endDateMonth: '3', endDateYear: '2022' }, 'endDate'],
    [{ authority1ToDay: '1', authority1ToMonth: '1', authority1ToYear: '2020' }, 'authority1To'],
    [{ authority2FromDay: '', authority2FromMonth: '', authority2FromYear: '' }, 'authority2From'],
    [{ authority1: '' }, 'authority1'],
    [{ hostService: 'another', hostServiceProvider: 'X' }, 'hostServiceName'],
    [{ site: 'another' }, 'siteName'],
    [{ region: 'Atlantis' }, 'region'],
    [{ startDateDay: '31', startDateMonth: '2' }, 'startDate'],
  ])('%o is refused', (wrong, field) => {
    expect(Object.keys(errors(editTeamForm, { ...values, ...wrong }))).toEqual([field]);
  });

  test('an empty form names what is needed and no row of its table', () => {
    const found = errors(editTeamForm, { ...teamFormValues(), version: '1' });
    expect(Object.keys(found)).toEqual(['name', 'region', 'ipsProvider', 'startDate']);
  });
});

describe('a benchmark', () => {
  const bounds = { unit: 'rate', validFrom: '2024-04-01', nextFrom: null };
  const day = (name: string, [d, m, y]: readonly [string, string, string]) => ({
    [`${name}Day`]: d,
    [`${name}Month`]: m,
    [`${name}Year`]: y,
  });
  const facts = { name: 'Into work', value: '37.5', source: 'Guidance' };

  test('a rate is typed in percent', () => {
    const values = {
      ...facts,
      submissionId: randomUUID(),
      ...day('validFrom', ['1', '4', '2027']),
    };
    const form = newBenchmarkForm(bounds);
    expect(form.parse(values)).toMatchObject({ value: 0.375, validFrom: '2027-04-01' });
    expect(Object.keys(errors(form, { ...values, value: '101' }))).toEqual(['value']);
    expect(Object.keys(errors(form, { ...values, value: 'half' }))).toEqual(['value']);
  });

  test('a new value begins after the one before it', () => {
    const values = {
      ...facts,
      submissionId: randomUUID(),
      ...day('validFrom', ['1', '4', '2024']),
    };
    expect(errors(newBenchmarkForm(bounds), values).validFrom).toContain('1 April 2024');
  });

  test('a correction ends before the next value begins, and an old one must end', () => {
    const form = editBenchmarkForm({ ...bounds, nextFrom: '2027-04-01' });
    const values = { ...facts, version: '1' };
    const ends = (date: readonly [string, string, string]) =>
      Object.keys(errors(form, { ...values, ...day('validTo', date) }));
    expect(ends(['31', '3', '2027'])).toEqual([]);
    expect(ends(['1', '4', '2027'])).toEqual(['validTo']);
    expect(ends(['31', '3', '2024'])).toEqual(['validTo']);
    expect(ends(['', '', ''])).toEqual(['validTo']);
    expect(
      errors(editBenchmarkForm(bounds), { ...values, ...day('validTo', ['', '', '']) }),
    ).toEqual({});
  });
});

test('a meeting note has a day that has come, and text', () => {
  const form = editMeetingNoteForm('2026-07-03');
  const values = { ...noteFormValues({ heldOn: '2026-07-03', text: 'a\r\nb' }), version: '1' };
  expect(form.parse(values).note).toEqual({ heldOn: '2026-07-03', text: 'a\nb' });
  expect(Object.keys(errors(form, { ...values, text: ' ' }))).toEqual(['text']);
  expect(Object.keys(errors(form, { ...values, heldOnDay: '4' }))).toEqual(['heldOn']);
});

test('the audit filter takes a kind and a day, and other parts of the address in peace', () => {
  const empty = { kind: '', dayDay: '', dayMonth: '', dayYear: '' };
  expect(auditFilterForm.parse({ ...empty, page: '2' })).toEqual({ kind: '', day: null });
  const typed = { kind: 'team', dayDay: '1', dayMonth: '7', dayYear: '2026' };
  expect(auditFilterForm.parse(typed)).toEqual({ kind: 'team', day: '2026-07-01' });
  expect(errors(auditFilterForm, { ...typed, dayDay: '32' })).toHaveProperty('day');
});
