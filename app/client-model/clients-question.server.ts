import { relationsQuestion, type RelationsQuestion } from '#app/relations/relations-data.server.ts';
import { isTeamDefinition } from '#app/relations/team-rates.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import type { ClientsAsked } from './client-table.server.ts';

export type Population = ClientsAsked['population'];

/** Whose clients an address asks about. The definition and the period stand for teams' records alone. */
export interface ClientsQuestion {
  population: Population;
  relations: RelationsQuestion;
}

/** What is not on offer in the address is answered with the usual choice: the evaluation, and the last half-year. */
export async function clientsQuestion(
  db: Db,
  search: URLSearchParams,
  today: string,
  usual: Population = 'evaluation',
): Promise<ClientsQuestion> {
  const asked = await relationsQuestion(db, search, today);
  const { definitions, period } = asked;
  const counted = definitions.filter((definition) => isTeamDefinition(definition, period.to));
  const definition = counted.find(({ key }) => key === asked.definition.key) ?? counted[0];
  if (definition === undefined)
    throw new Error('No job-entry definition of team records is stored');
  const population = search.get('clients');
  return {
    population: population === 'evaluation' || population === 'records' ? population : usual,
    relations: { ...asked, definition, definitions: counted },
  };
}

/** The question as an address asks it: one form for all that mean the same. */
export function clientsAddress({ population, relations }: ClientsQuestion): Record<string, string> {
  const { period, definition } = relations;
  return {
    clients: population,
    ...(population === 'evaluation'
      ? {}
      : { definition: definition.key, period: period.halfYear, length: String(period.halfYears) }),
  };
}

export function clientsAsked({ population, relations }: ClientsQuestion): ClientsAsked {
  const { definition, period, today } = relations;
  return population === 'evaluation' ? { population } : { population, definition, period, today };
}
