import { outcomesFileKinds } from '#app/outcomes/file-kinds.ts';
import { breakdownsOfFirstJobs } from '#scoring/outcomes/release/released-first-jobs-by-group.ts';
import { outcomeKeys } from '#scoring/outcomes/tables/outcome-measures.ts';

/** What of the demonstration stands in addresses. */
export interface Places {
  teams: readonly string[];
  rounds: readonly string[];
  signedOffReviews: readonly string[];
}

const query = (asked: Readonly<Record<string, string>>): string =>
  new URLSearchParams(asked).toString();

const times = <A, B, C>(some: readonly A[], others: readonly B[], of: (a: A, b: B) => C): C[] =>
  some.flatMap((a) => others.map((b) => of(a, b)));

const definitions = ['ips-grow', 'ips-grow-six-months', 'outcomes-contract', 'via-evaluation'];
const periods = ['2026-H1', '2025-H2', '2025-H1'];

const inThreeForms = (address: string, asked: readonly string[]): string[] =>
  times(asked, ['', '.csv', '.json'], (search, form) => `${address}${form}?${search}`);

/** Rates of teams: every definition, a half-year and the year it is a part of. */
export const relations: readonly string[] = [
  ...definitions.map((definition) => `/relations/data.csv?${query({ definition, length: '2' })}`),
  `/relations/data.csv?${query({ definition: 'ips-grow', length: '1' })}`,
  `/relations?${query({ definition: 'ips-grow', length: '2' })}`,
];

/** Models of clients, with the rules for missing answers and other factors. */
export const models: readonly string[] = [
  ...inThreeForms('/relations/job-starts', [
    query({ clients: 'evaluation' }),
    query({ clients: 'evaluation', missing: 'not-known-category' }),
    'clients=evaluation&variable=sex&variable=benefit',
    'clients=records&definition=outcomes-contract&length=2&variable=sex',
  ]),
  ...inThreeForms('/relations/case-mix', [
    query({ clients: 'evaluation' }),
    query({ clients: 'records', definition: 'ips-grow', period: '2026-H1', length: '1' }),
  ]),
  ...inThreeForms('/relations/figure-eight', [query({ clients: 'evaluation' })]),
];

/** The third measure is the team's own: others are answered with what they may see. */
export const overTime = (team: string): string[] =>
  times(
    ['', '.csv', '.json'],
    ['meetings', 'contacts-strict', 'job-starts'],
    (form, measure) => `/teams/${team}/over-time${form}?measure=${measure}`,
  );

const dataOf = (address: string, route: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}_data=${encodeURIComponent(`routes/${route}`)}`;

/** Teams one by one, on their pages and in what a page is made from. */
export function teamPages({ teams }: Places): string[] {
  const [first = '', second = ''] = teams;
  return [
    ...times(definitions, periods, (definition, period) => query({ definition, period })).flatMap(
      (search) => [`/teams?${search}`, `/teams/${first}?${search}`, `/teams/${second}?${search}`],
    ),
    dataOf('/teams', 'teams/list'),
    ...teams.map((team) => dataOf(`/teams/${team}`, 'teams/team')),
    ...[first, second].flatMap(overTime),
  ];
}

/** Every page and file of the linked cohort: each round, everybody and the complete. */
export function outcomes({ rounds }: Places): string[] {
  const asked = times(rounds, ['full', 'complete'], (round, group) =>
    query({ round, 'follow-up': group }),
  );
  const files = Object.values(outcomesFileKinds).map(({ name }) => `/outcomes/files/${name}`);
  return [
    ...asked.map((search) => `/outcomes?${search}`),
    ...asked.map((search) => dataOf(`/outcomes?${search}`, 'outcomes/overview')),
    ...times(
      asked,
      breakdownsOfFirstJobs,
      (search, by) => `/outcomes?${search}&${query({ 'first-jobs': by })}`,
    ),
    ...times(asked, outcomeKeys, (search, key) => `/outcomes/${key}?${search}`),
    dataOf(`/outcomes/worked?${asked[0] ?? ''}`, 'outcomes/outcome'),
    ...times(rounds, files, (round, file) => `${file}?round=${round}`),
    `/outcomes/files/outcomes.json?outcome=worked`,
  ];
}

/** Pages without figures of people: read for names and identifiers, and for counts in their words. */
export function otherPages({ rounds, signedOffReviews }: Places): string[] {
  return [
    ...['/', '/reviews', '/definitions', '/scale', '/benchmarks', '/meeting-notes', '/integration'],
    ...['/linkage', '/linkage/layouts', '/admin/teams', '/admin/audit', '/import', '/account'],
    ...rounds.map((round) => `/linkage/rounds/${round}`),
    ...signedOffReviews.map((review) => `/reviews/${review}`),
  ];
}
