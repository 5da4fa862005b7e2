import { describe, expect, it } from 'vitest';
import { activeClientsOn, caseloadSize } from '#scoring/fidelity/measure-caseload.ts';
import { communityContactShare, communityShare } from '#scoring/fidelity/measure-community.ts';
import { integrationShare } from '#scoring/fidelity/measure-integration.ts';
import {
  daysToFirstEmployerContact,
  preferenceShare,
} from '#scoring/fidelity/measure-job-search.ts';
import { competitiveShare, jobStartDiversity } from '#scoring/fidelity/measure-jobs.ts';

describe('item 1, caseload size', () => {
  const client = (enrolledOn: string, closedOn: string | null, ...contactDays: string[]) => ({
    enrolledOn,
    closedOn,
    contactDays,
  });

  it.each([
    ['contact that day', client('2026-01-05', null, '2026-03-31'), 1],
    ['contact 27 days before', client('2026-01-05', null, '2026-03-04'), 1],
    ['contact 28 days before', client('2026-01-05', null, '2026-03-03'), 0],
    ['contact after it', client('2026-01-05', null, '2026-04-01'), 0],
    ['no contact', client('2026-01-05', null), 0],
    ['enrolled that day', client('2026-03-31', null, '2026-03-31'), 1],
    ['enrolled after it', client('2026-04-01', null, '2026-03-31'), 0],
    ['closed that day', client('2026-01-05', '2026-03-31', '2026-03-31'), 0],
    ['closed after it', client('2026-01-05', '2026-04-01', '2026-03-31'), 1],
  ])('%s', (_, one, expected) => {
    expect(activeClientsOn([one], '2026-03-31')).toBe(expected);
  });

  const month = (
    name: string,
    activeClients: number,
    specialistFte = 2,
    leaderCaseloadFte = 0,
  ) => ({
    month: name,
    activeClients,
    specialistFte,
    leaderCaseloadFte,
  });
  const six = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];

  it('is the mean of six month ends over the full-time equivalents', () => {
    // 36, 38, 40, 40, 42, 44: mean 40, over 2 full-time specialists
    const rows = six.map((name, index) => month(name, [36, 38, 40, 40, 42, 44][index]!));
    expect(caseloadSize(rows, '2026-03')).toMatchObject({
      status: 'measured',
      value: 20,
      part: 40,
      whole: 2,
      cases: 240,
    });
    expect(caseloadSize([...rows, month('2026-04', 999)], '2026-03')).toMatchObject({ value: 20 });
  });

  it('counts a leader’s own caseload share', () => {
    const rows = six.map((name) => month(name, 45, 2, 0.25));
    expect(caseloadSize(rows, '2026-03')).toMatchObject({ value: 20 });
  });

  it('names missing months, and wants staff', () => {
    const rows = six.filter((name) => name !== '2025-12').map((name) => month(name, 40));
    expect(caseloadSize(rows, '2026-03')).toMatchObject({
      status: 'too-few',
      reason: 'Month ends missing: December 2025.',
    });
    const unstaffed = six.map((name) => month(name, 4, 0));
    expect(caseloadSize(unstaffed, '2026-03')).toMatchObject({ status: 'too-few' });
  });

  it('refuses a month twice and numbers below 0', () => {
    const twice = [month('2026-03', 1), month('2026-03', 1)];
    expect(() => caseloadSize(twice, '2026-03')).toThrow(/caseloadSize: each month/);
    expect(() => caseloadSize([month('2026-03', -1)], '2026-03')).toThrow(/0 or more/);
  });
});

describe('item 4, integration through team assignment', () => {
  const row = (specialistId: string, treatmentTeamId: string | null, clients: number) => ({
    specialistId,
    treatmentTeamId,
    clients,
  });

  it('weighs specialists by caseload and takes each one’s two largest teams', () => {
    // Amal: 8 + 6 of 20 (70%); Ben: 9 + 1 of 10 (100%); weighted (14 + 10) / 30 = 80%
    const rows = [
      row('amal', 'north', 8),
      row('amal', 'south', 6),
      row('amal', 'east', 4),
      row('amal', 'west', 2),
      row('ben', 'north', 9),
      row('ben', 'east', 1),
    ];
    expect(integrationShare(rows)).toEqual({
      status: 'measured',
      value: 80,
      part: 24,
      whole: 30,
      cases: 30,
      notKnown: 0,
    });
  });

  it('keeps clients without a known team in the denominator', () => {
    expect(integrationShare([row('amal', 'north', 9), row('amal', null, 1)])).toMatchObject({
      value: 90,
      notKnown: 1,
    });
  });

  it('adds up rows of one pair, and needs clients', () => {
    const rows = [
      row('amal', 'n', 1),
      row('amal', 'n', 1),
      row('amal', 's', 1),
      row('amal', 'e', 1),
    ];
    expect(integrationShare(rows)).toMatchObject({ value: 75 });
    expect(integrationShare([])).toMatchObject({ status: 'too-few' });
    expect(() => integrationShare([row('amal', 'n', 0.5)])).toThrow(RangeError);
  });
});

describe('item 15, days to the first employer met', () => {
  const day = '2026-06-30';
  const client = (enrolledOn: string, firstEmployerMetOn: string | null) => ({
    enrolledOn,
    firstEmployerMetOn,
  });

  it('averages over those who entered in six months and at least 30 days ago', () => {
    const clients = [
      client('2026-01-01', '2026-01-21'), // 20 days
      client('2026-05-31', null), // 30 days so far
      client('2025-12-30', '2026-06-30'), // six months ago to the day: left out
      client('2026-06-01', '2026-06-02'), // 29 days ago: left out
    ];
    expect(daysToFirstEmployerContact(clients, day)).toEqual({
      status: 'measured',
      value: 25,
      part: 50,
      whole: 2,
      cases: 2,
      notKnown: 1,
    });
  });

  it('counts a contact after the day as none yet, and one before entry as 0 days', () => {
    expect(daysToFirstEmployerContact([client('2026-05-01', '2026-07-01')], day)).toMatchObject({
      value: 60,
      notKnown: 1,
    });
    expect(daysToFirstEmployerContact([client('2026-05-01', '2026-04-28')], day)).toMatchObject({
      value: 0,
    });
  });

  it('says when there is nobody', () => {
    expect(daysToFirstEmployerContact([], day)).toMatchObject({ status: 'too-few', cases: 0 });
  });
});

describe('items 16, 19, 20 and 21', () => {
  it('counts contacts that follow a preference over 12 months', () => {
    const contacts = [
      { on: '2025-07-01', followsPreference: true },
      { on: '2025-06-30', followsPreference: true }, // a year ago to the day: left out
      { on: '2026-01-15', followsPreference: false },
      { on: '2026-01-15', followsPreference: null },
      { on: '2026-06-30', followsPreference: true },
      { on: '2026-07-01', followsPreference: true }, // not yet
    ];
    expect(preferenceShare(contacts, '2026-06-30')).toEqual({
      status: 'measured',
      value: 50,
      part: 2,
      whole: 4,
      cases: 4,
      notKnown: 1,
    });
    expect(preferenceShare([], '2026-06-30')).toMatchObject({ status: 'too-few' });
  });

  it('divides different types by starts', () => {
    const start = (group: string | null, startedOn = '2026-03-01') => ({ group, startedOn });
    const starts = [
      start('kitchen'),
      start('kitchen'),
      start('warehouse'),
      start('office'),
      start(null),
      start('driving', '2025-06-30'),
    ];
    expect(jobStartDiversity(starts, '2026-06-30')).toEqual({
      status: 'measured',
      value: 75,
      part: 3,
      whole: 4,
      cases: 4,
      notKnown: 1,
    });
    expect(jobStartDiversity([], '2026-06-30')).toMatchObject({ status: 'too-few' });
  });

  it('counts jobs known to be permanent and competitive', () => {
    const jobs = [
      { permanent: true, competitive: true },
      { permanent: true, competitive: false },
      { permanent: null, competitive: true },
      { permanent: null, competitive: false },
    ];
    expect(competitiveShare(jobs)).toEqual({
      status: 'measured',
      value: 25,
      part: 1,
      whole: 4,
      cases: 4,
      notKnown: 1,
    });
    expect(competitiveShare([])).toMatchObject({ status: 'too-few', cases: 0 });
  });

  it('keeps whole percentages exact', () => {
    const jobs = Array.from({ length: 100 }, (_, index) => ({
      permanent: true,
      competitive: index < 57,
    }));
    expect(competitiveShare(jobs)).toMatchObject({ value: 57 });
  });
});

describe('item 24, hours in the community', () => {
  const hours = (specialistId: string, scheduledHours: number, communityHours: number) => ({
    specialistId,
    scheduledHours,
    communityHours,
  });

  it('gives each specialist and the team', () => {
    const rows = [hours('amal', 40, 26), hours('ben', 20, 4), hours('cat', 0, 0)];
    expect(communityShare(rows)).toEqual({
      team: { status: 'measured', value: 50, part: 30, whole: 60, cases: 60, notKnown: 0 },
      perSpecialist: [
        { specialistId: 'amal', value: 65 },
        { specialistId: 'ben', value: 20 },
      ],
    });
  });

  it('needs hours, and refuses more in the community than there are', () => {
    expect(communityShare([]).team).toMatchObject({ status: 'too-few' });
    expect(() => communityShare([hours('amal', 10, 11)])).toThrow(/communityShare/);
  });

  it('shows the places of contacts beside', () => {
    expect(communityContactShare([true, true, false, null])).toMatchObject({
      value: 50,
      notKnown: 1,
    });
    expect(communityContactShare([])).toMatchObject({ status: 'too-few' });
  });
});
