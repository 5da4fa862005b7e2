import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { AnswerWords } from './conflict.ts';
import { boxValues, textOf } from './date-boxes.ts';
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

export const authorityRows = Array.from({ length: mostAuthorities }, (_, index) => index + 1);

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
