import { keptResult } from '#app/cache/kept-results.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { countLinkedOutcomes, findNewestLinkedRound } from '#db/queries/cohorts.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { figureFor } from '#scoring/disclosure/figure-for.ts';
import {
  jobEntryVersionOn,
  type JobEntryDefinition,
} from '#scoring/outcomes/job-entry-definitions.ts';

import { figureWords } from './figure-words.ts';
import type { Period } from './period.ts';
import type { NamedRate } from './relations-view.ts';
import { ratesByTeam } from './team-rates.server.ts';

/** England's rate under every named definition, each from its own population. */
export function namedRates(
  db: Db,
  definitions: readonly JobEntryDefinition[],
  period: Period,
  today: string,
  policy: DisclosurePolicy,
): Promise<NamedRate[]> {
  const key = ['named rates', period.halfYear, period.halfYears, today].join(' ');
  return keptResult(db, key, async () => {
    const rates: NamedRate[] = [];
    for (const definition of definitions) {
      const rate = await namedRate(db, definition, period, today, policy);
      if (rate !== undefined) rates.push(rate);
    }
    return rates;
  });
}

async function namedRate(
  db: Db,
  definition: JobEntryDefinition,
  period: Period,
  today: string,
  policy: DisclosurePolicy,
): Promise<NamedRate | undefined> {
  const { rule, denominator } = jobEntryVersionOn(definition, period.to);
  const { key, name } = definition;
  const isLinked = rule.kind === 'linked-cohort';
  const counted = isLinked
    ? await linkedCounts(db, rule.outcome)
    : { ...(await teamCounts(db, definition, period, today)), population: 'Team records' };
  if (counted === undefined) return undefined;
  const options = { linkedCohort: isLinked };
  const figure = figureFor('others', counted.entries, counted.clients, policy, options);
  const { counts, rate, interval } = figureWords(figure);
  return { key, name, population: counted.population, counts, rate, interval, note: denominator };
}

async function linkedCounts(db: Db, outcome: 'worked' | 'started-job') {
  const round = await findNewestLinkedRound(db);
  if (round === undefined) return undefined;
  const { people, worked, started } = await countLinkedOutcomes(db, round.id);
  return {
    entries: outcome === 'worked' ? worked : started,
    clients: people,
    population: `Linked cohort, ${round.name}`,
  };
}

async function teamCounts(db: Db, definition: JobEntryDefinition, period: Period, today: string) {
  const rates = [...(await ratesByTeam(db, definition, period, today)).values()];
  return {
    entries: rates.reduce((sum, { numerator }) => sum + numerator, 0),
    clients: rates.reduce((sum, { denominator }) => sum + denominator, 0),
  };
}
