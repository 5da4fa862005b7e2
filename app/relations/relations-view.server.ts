import type { Db } from '#db/connection/open-database.ts';
import { jobEntryVersionOn } from '#scoring/outcomes/job-entry-definitions.ts';
import { associationCaution } from '#scoring/relations/relation-words.ts';

import { evaluationView } from './evaluation-view.server.ts';
import { inputView } from './input-view.server.ts';
import { integrationView } from './integration-view.server.ts';
import { itemsView } from './items-view.server.ts';
import { namedRates } from './named-rates.server.ts';
import { needsTwoHalfYears, twoHalfYearsNote } from './period.ts';
import { recordChoices } from './record-choices.ts';
import { addressOf, type RelationsData, type RelationsQuestion } from './relations-data.server.ts';
import type { RelationsView } from './relations-view.ts';
import { teamNamesFor, type Reader } from './team-names.server.ts';
import { togetherView } from './together-view.server.ts';

/** The relations page for one reader. */
export async function relationsView(
  db: Db,
  reader: Reader,
  question: RelationsQuestion,
  relations: RelationsData,
): Promise<RelationsView> {
  const { policy, teams, report } = relations;
  const { period, definition, definitions, today } = question;
  const names = await teamNamesFor(db, reader);
  const version = jobEntryVersionOn(definition, period.to);
  const tooSmall = report?.teamsTooSmall ?? [];
  return {
    filters: filtersOf(question),
    periodLabel: period.label,
    definition: {
      name: definition.name,
      numerator: version.numerator,
      denominator: version.denominator,
      window: definition.window,
      source: definition.source,
      choices: [...definition.choices],
    },
    notRelated:
      report === undefined
        ? 'This rate comes from the linked cohort, which is known by published site and period only and shares no key with a team. Too few teams can be related: none. Choose a definition that is counted from teams’ own records to see relations.'
        : null,
    teams: {
      used: report?.teamsUsed ?? 0,
      tooSmall: tooSmall.length,
      namesTooSmall: names.areNamed ? tooSmall.map(({ teamId }) => names.nameOf(teamId) ?? '') : [],
    },
    areTeamsNamed: names.areNamed,
    warnings: [
      ...(needsTwoHalfYears(definition, period.to) ? [twoHalfYearsNote] : []),
      ...(report?.warnings ?? []),
    ],
    caution: report?.caution ?? associationCaution,
    rates: await namedRates(db, definitions, period, today, policy),
    inputs:
      report === undefined
        ? []
        : report.inputs
            // Levels have a picture of their own: three positions make no scatter.
            .filter(({ input }) => input.key !== 'integration')
            .map((relation) => inputView(relation, teams, names, policy)),
    integration:
      report === undefined ? null : integrationView(report.integration, relations, names),
    together: report === undefined ? null : togetherView(report.together),
    items: report === undefined ? null : await itemsView(db, report.items, period.to),
    evaluation: await evaluationView(db, names, policy),
  };
}

function filtersOf(question: RelationsQuestion): RelationsView['filters'] {
  const contacts = {
    name: 'contacts',
    label: 'Contacts, together with the others',
    items: [
      { value: 'strict', label: 'Strict: in person' },
      { value: 'all-modes', label: 'All modes' },
    ],
    chosen: question.contacts,
  };
  return { choices: [...recordChoices(question), contacts], query: addressOf(question) };
}
