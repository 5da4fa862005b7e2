import type { Answer, Table } from '#scoring/statistics/model-frame.ts';

/** One client of a table of the model: an answer a column. */
export type Client = Readonly<Record<string, Answer>>;

export function tableOf(clients: readonly Client[]): Table {
  const columns = Object.keys(clients[0] ?? {});
  return Object.fromEntries(
    columns.map((column) => [column, clients.map((client) => client[column] ?? null)]),
  );
}

/** What every client of the small cohort has, so that a few variables tell clients apart. */
const alike: Client = {
  referral_source: 'Jobcentre Plus',
  main_substance: 'Opiates',
  treatment: 'Under one year',
  ae_visit: 'No',
  ethnicity: 'Black',
  age: 40,
  housing: 'Own home',
  convicted: 'No',
  qualification: 'Low',
  start_year: '2021',
  meetings: 3,
  meeting_band: '1 to 4',
  days_to_job: null,
  days_followed: 400,
  meetings_first_60_days: 3,
};

interface Group {
  answers: Client;
  clients: number;
  starts: number;
}

/** Sex by visits to a GP by time since the last job: few people in each, as a first year might have. */
const groups: Group[] = ['Female', 'Male'].flatMap((sex, i) =>
  ['Yes', 'No'].flatMap((gp_visit, j) =>
    ['Under 6 months', '1 to 2 years', 'Over 5 years or never'].map((last_job, k) => ({
      answers: { sex, gp_visit, last_job },
      clients: 11 + ((5 * i + 3 * j + 4 * k) % 7),
      starts: 3 + ((2 * i + 3 * j + k) % 4),
    })),
  ),
);

/** The benefits of clients in turn; the first two are few, as are those who say nothing of their confidence. */
function answersInTurn(index: number): Client {
  const few = index % 12;
  const benefit =
    few === 3 ? 'ESA work-related activity group' : few === 7 ? 'ESA support group' : 'None';
  return {
    benefit: benefit === 'None' && index % 2 === 0 ? 'Universal Credit or JSA' : benefit,
    confidence: index % 19 === 5 ? null : index % 5 < 2 ? 'Low' : 'High',
    team: `team ${index % 3}`,
  };
}

/** About 170 clients of three teams: every shown count is one at which rounding to 5 hides most. */
export function smallCohort(): Client[] {
  const clients = groups.flatMap(({ answers, clients: many, starts }) =>
    Array.from({ length: many }, (_, place) => ({ ...answers, job_start: place < starts ? 1 : 0 })),
  );
  return clients.map((client, index) => ({ ...alike, ...client, ...answersInTurn(index) }));
}
