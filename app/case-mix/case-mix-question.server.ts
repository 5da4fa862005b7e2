import {
  clientsAddress,
  clientsQuestion,
  type ClientsQuestion,
} from '#app/client-model/clients-question.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { MissingRule } from '#scoring/statistics/model-frame.ts';

/** What an address of the case mix page asks for. */
export interface CaseMixQuestion extends ClientsQuestion {
  missing: MissingRule;
}

/**
 * Teams' records are the usual choice, and "not known" as an answer like others: complete cases would lose a third of the
 * clients, and other clients than the rest.
 */
export async function caseMixQuestion(
  db: Db,
  search: URLSearchParams,
  today: string,
): Promise<CaseMixQuestion> {
  const question = await clientsQuestion(db, search, today, 'records');
  const isComplete = search.get('missing') === 'complete-cases';
  return { ...question, missing: isComplete ? 'complete-cases' : 'not-known-category' };
}

/** One form for all addresses that mean the same: strange ones cannot fill a store with models. */
export function caseMixAddress(question: CaseMixQuestion): string {
  return new URLSearchParams({
    ...clientsAddress(question),
    missing: question.missing,
  }).toString();
}
