import type { Db } from '#db/connection/open-database.ts';
import { listEvaluationYears } from '#db/queries/client-model.ts';
import { clientModelVariables, TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';

import type { ClientsQuestion } from '../clients-question.server.ts';
import type { TeamsSeen } from './question.server.ts';
import { modelTeams } from './team-labels.server.ts';

/** What a factor's categories may be compared with. */
export interface ReferenceChoices {
  column: string;
  name: string;
  choices: { value: string; label: string }[];
  /** null where it is the category with the most clients. */
  usual: string | null;
}

/** Years of enrolment that teams' records can hold for the periods on offer. */
const yearsOfRecords = 4;

/** The categories to choose a reference from, for each factor of the model that has any. */
export async function referenceChoices(
  db: Db,
  { population, relations }: ClientsQuestion,
  variables: readonly string[],
  seen: TeamsSeen,
): Promise<ReferenceChoices[]> {
  const found = async (column: string): Promise<{ value: string; label: string }[]> => {
    if (column === TEAM_COLUMN) return teamChoices(db, population, seen);
    const years =
      population === 'evaluation'
        ? await listEvaluationYears(db)
        : Array.from(
            { length: yearsOfRecords },
            (_, index) => Number(relations.today.slice(0, 4)) - index,
          ).reverse();
    return years.map(String).map((year) => ({ value: year, label: year }));
  };
  const chosen = clientModelVariables.filter(
    ({ column, kind }) => kind === 'categorical' && variables.includes(column),
  );
  const all = chosen.map(async ({ column, name, categories, usualReference }) => ({
    column,
    name,
    choices:
      categories.length > 0
        ? categories.map((value) => ({ value, label: value }))
        : await found(column),
    usual: usualReference,
  }));
  return (await Promise.all(all)).filter(({ choices }) => choices.length > 1);
}

/** A reader who may not tell teams apart chooses none of them. */
async function teamChoices(
  db: Db,
  population: ClientsQuestion['population'],
  { areNamed }: TeamsSeen,
): Promise<{ value: string; label: string }[]> {
  if (!areNamed) return [];
  const teams = await modelTeams(db, population);
  return teams.map(({ id, name }) => ({ value: id, label: name }));
}
