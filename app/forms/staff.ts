import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { AnswerWords } from './conflict.ts';
import { boxValues } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';

export const staffRoles = [
  { value: 'employment-specialist', label: 'Employment specialist' },
  { value: 'team-leader', label: 'Team leader' },
] as const;

export const leaveParts = [
  { value: 'whole', label: 'Whole days' },
  { value: 'half', label: 'Half a day' },
] as const;

export const emptyLeave: FormValues = {
  part: 'whole',
  ...boxValues('firstDay', null),
  ...boxValues('lastDay', null),
};

export const emptyPattern: FormValues = { ...boxValues('fromDate', null), fte: '' };

export interface StaffRecord {
  name: string;
  role: string;
  userId: string | null;
  employedFrom: string;
  employedTo: string | null;
}

export const emptyStaff: FormValues = {
  name: '',
  role: 'employment-specialist',
  userId: '',
  ...boxValues('employedFrom', null),
  ...boxValues('employedTo', null),
  fte: '1',
};

export function staffFormValues(record: StaffRecord): FormValues {
  return {
    name: record.name,
    role: record.role,
    userId: record.userId ?? '',
    ...boxValues('employedFrom', record.employedFrom),
    ...boxValues('employedTo', record.employedTo),
  };
}

export interface Account {
  id: string;
  name: string;
}

/** A person's record in words. `accounts` are the team's. */
export function staffWords(record: StaffRecord, accounts: readonly Account[]): AnswerWords {
  const role = staffRoles.find(({ value }) => value === record.role)?.label ?? record.role;
  const account = accounts.find(({ id }) => id === record.userId)?.name;
  const { employedTo } = record;
  return [
    { label: 'Name', text: record.name },
    { label: 'Role', text: role },
    {
      label: 'Signs in as',
      text: record.userId === null ? 'No account' : (account ?? 'Closed account'),
    },
    { label: 'First day in the team', text: formatDay(record.employedFrom) },
    { label: 'Last day in the team', text: employedTo === null ? '' : formatDay(employedTo) },
  ];
}
