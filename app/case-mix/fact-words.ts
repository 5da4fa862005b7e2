import { countWords, decimalWords, percentWords, pStatement } from '#app/relations/figure-words.ts';
import { clientModelVariables } from '#scoring/outcomes/client-model.ts';
import type { Overdispersion } from '#scoring/statistics/overdispersion.ts';

import type {
  CaseMixClients,
  CaseMixTeams,
  ClientsWithout,
  TeamIntercepts,
} from './case-mix-release.ts';
import type { CaseMixView } from './case-mix-view.ts';

type Facts = Extract<CaseMixView['result'], { status: 'computed' }>['facts'];

const allowedFor = clientModelVariables.filter(({ isOfTheClient }) => isOfTheClient);

function nameOf(column: string): string {
  return clientModelVariables.find((variable) => variable.column === column)?.name ?? column;
}

function withoutWords(without: readonly ClientsWithout[]): string {
  return without
    .map(
      ({ column, clients }) => `${nameOf(column)}: ${clients === null ? '*' : countWords(clients)}`,
    )
    .join(', ');
}

function spreadWords(name: string, spread: Overdispersion | null): string {
  if (spread === null) return `${name}: not given under 20 teams.`;
  const { phi, tauSquared } = spread;
  const reading =
    tauSquared > 0
      ? 'teams differ by more than chance explains'
      : 'no variation between teams beyond chance is added to the limits';
  return `${name}: φ = ${decimalWords(phi)}, τ² = ${tauSquared === 0 ? '0' : decimalWords(tauSquared, 4)}: ${reading}.`;
}

function interceptWords(intercepts: TeamIntercepts): string[] {
  if (intercepts.status === 'none') {
    return [`No adjusted rates and no places: ${intercepts.reason}.`];
  }
  const { spread, p, draws, seed, method } = intercepts;
  if (spread === 0)
    return ['Teams’ own parts have no spread: that they differ by more than chance is not shown.'];
  const odds = decimalWords(Math.exp(spread));
  return [
    `Spread of the teams’ own parts: ${decimalWords(spread)} in log odds (${pStatement(p)} against none). A team one standard deviation above the middle has ${odds} times the odds of a job entry: odds are those with one for each without.`,
    `${capital(method)}. Places: ${countWords(draws)} draws with seed ${seed}.`,
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** All clients and all teams together, row by row. */
export function factWords(clients: CaseMixClients, teams: CaseMixTeams): Facts {
  const { eventsPerParameter, lost, keptAsNotKnown, clientsGiven } = clients;
  return [
    {
      name: 'Clients in the model',
      value: [
        `${countWords(clients.clients)} of ${clientsGiven === null ? '*' : countWords(clientsGiven)}, of whom ${countWords(clients.jobEntries)} started a job (${percentWords(clients.rate)}). Counts are rounded.`,
      ],
    },
    {
      name: 'Left out, not known',
      value: [lost.length === 0 ? 'Nobody.' : `${withoutWords(lost)}.`],
    },
    ...(keptAsNotKnown.length === 0
      ? []
      : [
          {
            name: 'Kept as “not known”',
            value: [`${withoutWords(keptAsNotKnown)}.`],
          },
        ]),
    {
      name: 'Allowed for',
      value: [
        `${allowedFor.map(({ name }) => name).join(', ')}. Neither the team nor its meetings: those are the team’s own doing.`,
      ],
    },
    {
      name: 'How well clients are told apart',
      value: [
        `Concordance ${decimalWords(clients.concordance)}: of two clients, one with a job entry and one without, the model expects more of the first in ${percentWords(clients.concordance)} of pairs. 50% is no better than a guess.`,
      ],
    },
    ...(eventsPerParameter === null
      ? []
      : [{ name: 'Events per parameter', value: [decimalWords(eventsPerParameter, 1)] }]),
    {
      name: 'Beyond chance',
      value: [
        spreadWords('Plain rates', teams.rateOverdispersion),
        spreadWords('Observed over expected', teams.ratioOverdispersion),
        'φ measures how far teams lie from the middle, the tenth of teams at either end counting only as much as the next: chance alone gives about 0.7, and limits are widened from about 1 on. From exact counts.',
      ],
    },
    { name: 'Adjusted rates', value: interceptWords(teams.intercepts) },
  ];
}

/** How everything was worked out; on the page and in the files. */
export const methodWords: readonly string[] = [
  'Expected job entries come from a logistic regression of a job entry on what clients bring with them, over all clients, without the team: a team’s expected rate is the mean chance of its clients.',
  'Observed over expected: 1 is what clients lead to expect. Limits 1 ± z √(Σp(1 − p)) / E at 95% and 99.8%; the interval is Wilson’s of the rate over the expected rate.',
  'Adjusted rate: the rate of all clients moved by the team’s part in a model with a random intercept per team, which draws small teams most towards the others. Standardised rate (indirectly, ours): observed over expected times the rate of all clients, not drawn towards anything, and held at 100% where it would pass it.',
  'Funnel of rates: the rate of all ± z √(p(1 − p)/n). From 20 teams on, limits also with the variance between teams, on the scale of arcsine roots (rates) and roots (ratios).',
  'For everyone but the team itself every figure of a team is worked out from its rounded counts and from the model, so that none gives an exact count away. Coefficients and spreads are from exact counts.',
];

const fewestEvents = 10;

export function warningWords(clients: CaseMixClients): string[] {
  const { method, eventsPerParameter, aliased } = clients;
  return [
    ...(method === 'firth'
      ? [
          'Some answers tell clients with and without a job entry apart without error: Firth’s penalised likelihood is used.',
        ]
      : []),
    ...(eventsPerParameter !== null && eventsPerParameter < fewestEvents
      ? [
          `Only ${decimalWords(eventsPerParameter, 1)} job entries per parameter: what is expected may follow chance among these clients.`,
        ]
      : []),
    ...aliased.map((name) => `${name} repeats earlier columns and is left out.`),
  ];
}
