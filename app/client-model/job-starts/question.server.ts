import { readerKey, type Reader } from '#app/relations/team-names.server.ts';
import { haveReadersOwnTeam } from '#app/relations/who-knows-teams.ts';
import type { Db } from '#db/connection/open-database.ts';
import { clientModelVariables, TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';
import type { LogisticOptions } from '#scoring/statistics/logistic-regression.ts';
import type { MissingRule } from '#scoring/statistics/model-frame.ts';

import {
  clientsAddress,
  clientsQuestion,
  type ClientsQuestion,
} from '../clients-question.server.ts';
import { referenceChoices } from './reference-choices.server.ts';

/** How an answer of the form stands in an address; the first is the usual one. */
export const methods = [
  'firth-if-separated',
  'maximum-likelihood',
  'firth',
] as const satisfies readonly NonNullable<LogisticOptions['method']>[];
export const missingRules = [
  'complete-cases',
  'not-known-category',
] as const satisfies readonly MissingRule[];
export const errorKinds = ['plain', 'team'] as const;

/** What somebody wants to know of job starts: whose, set against what, and how. */
export interface JobStartsQuestion {
  clients: ClientsQuestion;
  /** Columns of the table, in the order of clientModelVariables. */
  variables: readonly string[];
  /** Reference categories that are not the usual ones, by column. */
  references: Readonly<Record<string, string>>;
  method: (typeof methods)[number];
  missing: (typeof missingRules)[number];
  /** Whether errors allow for clients of one team being alike. */
  errors: (typeof errorKinds)[number];
}

/** Which teams a reader may know by name: part of what a job is asked, since the rows of the team differ by it. */
export interface TeamsSeen {
  areNamed: boolean;
  ownTeamId: string | null;
}

const oneOf = <Choice extends string>(
  choices: readonly Choice[],
  asked: string | null,
  usual: Choice,
): Choice => choices.find((choice) => choice === asked) ?? usual;

/** A hundred teams would drown the other factors, and within a period hardly anybody starts in another year. */
export function usualVariables(population: ClientsQuestion['population']): string[] {
  const columns = clientModelVariables.map(({ column }) => column);
  return population === 'evaluation'
    ? columns
    : columns.filter((column) => column !== TEAM_COLUMN && column !== 'start_year');
}

/** Anything in the address that is not on offer is answered with the usual choice; so is no variable at all. */
export async function jobStartsQuestion(
  db: Db,
  search: URLSearchParams,
  today: string,
  seen: TeamsSeen,
): Promise<JobStartsQuestion> {
  const clients = await clientsQuestion(db, search, today);
  const { population } = clients;
  const asked = search.getAll('variable');
  const chosen = clientModelVariables
    .map(({ column }) => column)
    .filter((column) => asked.includes(column));
  const variables = chosen.length === 0 ? usualVariables(population) : chosen;
  const offered = await referenceChoices(db, clients, variables, seen);
  const references = offered.flatMap(({ column, choices, usual }) => {
    const reference = search.get(`reference-${column}`);
    const isOther = reference !== usual && choices.some(({ value }) => value === reference);
    return reference !== null && isOther ? [[column, reference] as const] : [];
  });
  return {
    clients,
    variables,
    references: Object.fromEntries(references),
    method: oneOf(methods, search.get('method'), methods[0]),
    missing: oneOf(missingRules, search.get('missing'), missingRules[0]),
    errors: oneOf(errorKinds, search.get('errors'), population === 'records' ? 'team' : 'plain'),
  };
}

/** The question as an address asks it: one form for all that mean the same. */
export function addressOf(question: JobStartsQuestion): string {
  const { clients, variables, references, method, missing, errors } = question;
  const usual = usualVariables(clients.population);
  const isUsual = variables.length === usual.length && variables.every((v) => usual.includes(v));
  const pairs = [
    ...Object.entries(clientsAddress(clients)),
    ...(isUsual ? [] : variables.map((column) => ['variable', column])),
    ...Object.entries(references).map(([column, value]) => [`reference-${column}`, value]),
    ...Object.entries({ method, missing, errors }),
  ];
  return new URLSearchParams(pairs).toString();
}

/** Readers who see the same share one answer: only a model with teams in it differs between them. */
export function teamsSeenBy(reader: Reader): TeamsSeen {
  const areNamed = readerKey(reader) === 'named';
  return { areNamed, ownTeamId: areNamed ? null : reader.teamId };
}

export function teamsThatMatter(
  { clients, variables }: JobStartsQuestion,
  { areNamed, ownTeamId }: TeamsSeen,
): TeamsSeen {
  if (!variables.includes(TEAM_COLUMN)) return { areNamed: false, ownTeamId: null };
  return { areNamed, ownTeamId: haveReadersOwnTeam[clients.population] ? ownTeamId : null };
}
