import { keptResult } from '#app/cache/kept-results.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  clientModelVariables,
  OUTCOME_COLUMN,
  TEAM_COLUMN,
} from '#scoring/outcomes/client-model.ts';
import {
  logisticRegression,
  type LogisticOptions,
} from '#scoring/statistics/logistic-regression.ts';
import type { LogisticRegression } from '#scoring/statistics/logistic-result.ts';
import type { ModelTerm, Table } from '#scoring/statistics/model-frame.ts';

import { clientTable } from '../client-table.server.ts';
import { clientsAsked } from '../clients-question.server.ts';
import {
  releasedClients,
  TOO_FEW,
  WEIGHT_COLUMN,
  type ReleasedClients,
  type ReleaseOptions,
} from '../released-clients.ts';
import { addressOf, type JobStartsQuestion } from './question.server.ts';

/** The clients as everybody may see them, and the model of them. */
export interface JobStartsFit {
  released: ReleasedClients;
  result: LogisticRegression;
  /** The reference that each factor should have; another one stands in where nobody has it. */
  wanted: Readonly<Record<string, string>>;
}

/** What the model's protection depends on beside the clients. */
export type Protection = Pick<ReleaseOptions, 'policy' | 'teams'>;

/** The regression behind the page. Kept until the data change. */
export function jobStartsFit(
  db: Db,
  question: JobStartsQuestion,
  protection: Protection,
): Promise<JobStartsFit> {
  const { today } = question.clients.relations;
  return keptResult(db, `job starts ${addressOf(question)} ${today}`, async () =>
    fitOf(await clientTable(db, clientsAsked(question.clients)), question, protection),
  );
}

export function fitOf(
  table: Table,
  question: JobStartsQuestion,
  protection: Protection,
): JobStartsFit {
  const { missing, variables } = question;
  const released = releasedClients(table, { missing, variables, ...protection });
  const terms = termsOf(question, table);
  const wanted = terms.flatMap((term) =>
    term.kind === 'categorical' && term.reference !== undefined
      ? [[term.column, term.reference] as const]
      : [],
  );
  const result = fit(question, released.table, terms.map(inTableOf(released)));
  return { released, result, wanted: Object.fromEntries(wanted) };
}

/** A hidden reference is one with the other hidden categories. */
function inTableOf({ categories }: ReleasedClients): (term: ModelTerm) => ModelTerm {
  return (term) => {
    if (term.kind === 'numeric') return term;
    const isHidden = categories
      .get(term.column)
      ?.some(({ category, figure }) => category === term.reference && figure.status === 'hidden');
    return isHidden === true ? { ...term, reference: TOO_FEW } : term;
  };
}

function termsOf({ variables, references }: JobStartsQuestion, table: Table): ModelTerm[] {
  return clientModelVariables.flatMap(({ column, kind, usualReference }): ModelTerm[] => {
    if (!variables.includes(column)) return [];
    if (kind === 'numeric') return [{ kind, column }];
    const reference = references[column] ?? usualReference ?? largestCategory(table, column);
    return [{ kind, column, ...(reference === undefined ? {} : { reference }) }];
  });
}

/** Of factors without a usual reference, the category with the most clients: against few, nothing stands out. */
function largestCategory(table: Table, column: string): string | undefined {
  const counts = new Map<string, number>();
  for (const answer of table[column] ?? []) {
    if (answer !== null) counts.set(String(answer), (counts.get(String(answer)) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return byCount[0]?.[0];
}

/**
 * Profile intervals cost passes over all clients for each coefficient: the evaluation has few enough for all of them,
 * teams' records only for the factors that separate outcomes, where Wald's intervals mean nothing.
 */
function fit(
  { clients, method, missing, errors }: JobStartsQuestion,
  table: Table,
  terms: readonly ModelTerm[],
): LogisticRegression {
  const spec = { outcome: OUTCOME_COLUMN, terms, missing, weights: WEIGHT_COLUMN };
  const isSmall = clients.population === 'evaluation';
  const options: LogisticOptions = {
    method,
    marginalEffects: true,
    profile: isSmall,
    ...(errors === 'team' ? { cluster: TEAM_COLUMN } : {}),
  };
  const result = logisticRegression(table, spec, options);
  if (isSmall || result.status !== 'fitted' || result.separated.length === 0) return result;
  const profile = result.separated.flatMap(({ term }) => term ?? []);
  return logisticRegression(table, spec, { ...options, profile: [...new Set(profile)] });
}
