import type { FilterChoice } from '#app/components/filter-form.tsx';
import type { SelectItem } from '#app/components/govuk/select.tsx';
import { recordChoices } from '#app/relations/record-choices.ts';
import type { Db } from '#db/connection/open-database.ts';
import { clientModelVariables } from '#scoring/outcomes/client-model.ts';

import type { Population } from '../clients-question.server.ts';
import { addressOf, type JobStartsQuestion, type TeamsSeen } from './question.server.ts';
import { referenceChoices } from './reference-choices.server.ts';

/** What may be chosen, and what is. */
export interface FiltersView {
  population: Population;
  /** Definition and period, for teams' records alone. */
  records: FilterChoice[];
  variables: { items: SelectItem[]; chosen: string[] };
  references: FilterChoice[];
  how: FilterChoice[];
  /** The question as an address ends. */
  query: string;
}

export async function filtersView(
  db: Db,
  question: JobStartsQuestion,
  seen: TeamsSeen,
): Promise<FiltersView> {
  const { clients, variables, references } = question;
  const offered = await referenceChoices(db, clients, variables, seen);
  return {
    population: clients.population,
    records: clients.population === 'records' ? recordChoices(clients.relations) : [],
    variables: {
      items: clientModelVariables.map(({ column, name }) => ({ value: column, label: name })),
      chosen: [...variables],
    },
    references: offered.map(({ column, name, choices, usual }) => ({
      name: `reference-${column}`,
      label: name,
      items: [
        ...(usual === null ? [{ value: '', label: 'The one with most clients' }] : []),
        ...choices,
      ],
      chosen: references[column] ?? usual ?? '',
    })),
    how: howChoices(question),
    query: addressOf(question),
  };
}

function howChoices({ method, missing, errors }: JobStartsQuestion): FilterChoice[] {
  return [
    {
      name: 'missing',
      label: 'Missing answers',
      items: [
        { value: 'complete-cases', label: 'Leave the client out' },
        { value: 'not-known-category', label: '“Not known” as a category' },
      ],
      chosen: missing,
    },
    {
      name: 'method',
      label: 'Method',
      items: [
        { value: 'firth-if-separated', label: 'Maximum likelihood, Firth’s if separated' },
        { value: 'maximum-likelihood', label: 'Maximum likelihood only' },
        { value: 'firth', label: 'Firth’s penalised likelihood' },
      ],
      chosen: method,
    },
    {
      name: 'errors',
      label: 'Clients of one team',
      items: [
        { value: 'plain', label: 'Taken as independent' },
        { value: 'team', label: 'May be alike: errors by team' },
      ],
      chosen: errors,
    },
  ];
}
