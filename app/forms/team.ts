import { z } from 'zod';

import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { AnswerWords } from './conflict.ts';
import { always, boxValues, checkDate, dateBoxes, dayIn, textOf } from './date-boxes.ts';
import {
  choice,
  type datePart,
  optionalText,
  requiredText,
  submissionId,
  versionField,
} from './fields.ts';
import { formSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';

export const regions = [
  'East Midlands',
  'East of England',
  'London',
  'North East',
  'North West',
  'South East',
  'South West',
  'West Midlands',
  'Yorkshire and The Humber',
] as const;

/** The value of the choice that is not on the list. */
export const another = 'another';

/** More rows than any consortium has boroughs. */
export const mostAuthorities = 20;

/** The names of one row's fields: a local authority with the first and, where it has ended, the last day. */
export function authorityNames(row: number): Record<'name' | 'from' | 'to', string> {
  return { name: `authority${row}`, from: `authority${row}From`, to: `authority${row}To` };
}

const authorityRows = Array.from({ length: mostAuthorities }, (_, index) => index + 1);

const authorityFields = Object.fromEntries(
  authorityRows.flatMap((row) => {
    const { name, from, to } = authorityNames(row);
    const boxes = Object.entries({ ...dateBoxes(from), ...dateBoxes(to) });
    return [[name, optionalText(120)], ...boxes] as const;
  }),
) as Record<`authority${number}`, typeof datePart>;

const fields = {
  name: requiredText('Enter the name of the team', 120),
  region: choice(regions, 'Choose the region'),
  ipsProvider: requiredText('Enter the IPS provider', 200),
  hostService: optionalText(36),
  hostServiceName: optionalText(200),
  hostServiceProvider: optionalText(200),
  site: optionalText(36),
  siteName: optionalText(200),
  ...dateBoxes('startDate'),
  ...dateBoxes('endDate'),
  ...authorityFields,
};

function checkTeam(context: z.RefinementCtx): void {
  const { value } = context;
  const require = (field: string, message: string) => {
    if (textOf(value, field) === '') context.addIssue({ code: 'custom', path: [field], message });
  };
  if (textOf(value, 'hostService') === another) {
    require('hostServiceName', 'Enter the name of the host service');
    require('hostServiceProvider', 'Enter the organisation that runs the host service');
  }
  if (textOf(value, 'site') === another) require('siteName', 'Enter the name of the site');
  checkDate(context, 'startDate', { what: 'the start date', isRequired: true });
  checkEnd(context, 'endDate', 'the end date', 'startDate');
  for (const row of authorityRows) checkAuthority(context, row);
}

function checkAuthority(context: z.RefinementCtx, row: number): void {
  const { name, from, to } = authorityNames(row);
  const isNamed = textOf(context.value, name) !== '';
  checkDate(context, from, {
    what: `the first day of local authority ${row}`,
    isRequired: isNamed,
  });
  checkEnd(context, to, `the last day of local authority ${row}`, from);
  const isDated = [from, to].some((date) =>
    ['Day', 'Month', 'Year'].some((box) => textOf(context.value, date + box) !== ''),
  );
  if (isDated && !isNamed) {
    const message = `Enter the name of local authority ${row}, or empty its dates`;
    context.addIssue({ code: 'custom', path: [name], message });
  }
}

/** An end that comes before its start is shown at the end. */
function checkEnd(context: z.RefinementCtx, name: string, what: string, start: string): void {
  const day = dayIn(context.value, start);
  checkDate(context, name, { what, ...(day !== null && { notBefore: { day } }) });
}

interface Typed {
  name: string;
  region: string;
  ipsProvider: string;
  hostService: string;
  hostServiceName: string;
  hostServiceProvider: string;
  site: string;
  siteName: string;
}

export interface TeamAnswers {
  name: string;
  region: string;
  ipsProvider: string;
  hostService: Choice<{ name: string; provider: string }>;
  site: Choice<{ name: string }>;
  startDate: string;
  endDate: string | null;
  authorities: { localAuthority: string; fromDate: string; toDate: string | null }[];
}

/** One of those known by its id, a new one, or none. */
export type Choice<New> =
  { kind: 'none' } | { kind: 'known'; id: string } | ({ kind: 'new' } & New);

function choiceOf<New extends object>(chosen: string, typed: New): Choice<New> {
  if (chosen === '') return { kind: 'none' };
  return chosen === another ? { kind: 'new', ...typed } : { kind: 'known', id: chosen };
}

function answersOf(form: Typed): TeamAnswers {
  return {
    name: form.name,
    region: form.region,
    ipsProvider: form.ipsProvider,
    hostService: choiceOf(form.hostService, {
      name: form.hostServiceName,
      provider: form.hostServiceProvider,
    }),
    site: choiceOf(form.site, { name: form.siteName }),
    startDate: dayIn(form, 'startDate') ?? '',
    endDate: dayIn(form, 'endDate'),
    authorities: authorityRows.flatMap((row) => {
      const { name, from, to } = authorityNames(row);
      const localAuthority = textOf(form, name);
      if (localAuthority === '') return [];
      return [{ localAuthority, fromDate: dayIn(form, from) ?? '', toDate: dayIn(form, to) }];
    }),
  };
}

export const newTeamForm = formSchema(
  z
    .strictObject({ submissionId, ...fields })
    .superRefine((_, context) => checkTeam(context), always)
    .transform((form) => ({ submissionId: form.submissionId, team: answersOf(form) })),
);

export const editTeamForm = formSchema(
  z
    .strictObject({ version: versionField, ...fields })
    .superRefine((_, context) => checkTeam(context), always)
    .transform((form) => ({ version: form.version, team: answersOf(form) })),
);

interface SavedTeam {
  name: string;
  region: string;
  ipsProvider: string;
  hostServiceId: string | null;
  siteId: string | null;
  startDate: string;
  endDate: string | null;
  authorities: TeamAnswers['authorities'];
}

/** What the form starts with; without a team, empty. */
export function teamFormValues(team?: SavedTeam): FormValues {
  const values: FormValues = {
    name: team?.name ?? '',
    region: team?.region ?? '',
    ipsProvider: team?.ipsProvider ?? '',
    hostService: team?.hostServiceId ?? '',
    hostServiceName: '',
    hostServiceProvider: '',
    site: team?.siteId ?? '',
    siteName: '',
    ...boxValues('startDate', team?.startDate ?? null),
    ...boxValues('endDate', team?.endDate ?? null),
  };
  for (const [index, authority] of (team?.authorities ?? []).entries()) {
    const { name, from, to } = authorityNames(index + 1);
    values[name] = authority.localAuthority;
    Object.assign(values, boxValues(from, authority.fromDate), boxValues(to, authority.toDate));
  }
  return values;
}

/** Rows to offer: those filled in and three more. */
export function authorityRowsFor(values: FormValues): number {
  const filled = authorityRows.filter((row) => {
    const { name, from, to } = authorityNames(row);
    return [name, ...Object.keys(boxValues(from, null)), ...Object.keys(boxValues(to, null))].some(
      (field) => textOf(values, field) !== '',
    );
  });
  return Math.min(mostAuthorities, (filled.at(-1) ?? 0) + 3);
}

interface TeamInWords extends Omit<SavedTeam, 'hostServiceId' | 'siteId'> {
  hostServiceName: string;
  siteName: string;
}

export function teamWords(team: TeamInWords): AnswerWords {
  return [
    { label: 'Name', text: team.name },
    { label: 'Region', text: team.region },
    { label: 'IPS provider', text: team.ipsProvider },
    { label: 'Host service', text: team.hostServiceName },
    { label: 'Site', text: team.siteName },
    { label: 'Start date', text: formatDay(team.startDate) },
    { label: 'End date', text: team.endDate === null ? '' : formatDay(team.endDate) },
    { label: 'Local authorities', text: team.authorities.map(authorityInWords).sort().join('\n') },
  ];
}

export function authorityInWords(authority: TeamAnswers['authorities'][number]): string {
  const { localAuthority, fromDate, toDate } = authority;
  const until = toDate === null ? '' : ` to ${formatDay(toDate)}`;
  return `${localAuthority}, from ${formatDay(fromDate)}${until}`;
}
