import { isIsoDay } from '#scoring/calendar/iso-day.ts';
import {
  breakdowns,
  clientsByGroup,
  type Breakdown,
  type BreakdownKey,
} from '#scoring/outcomes/cohort/breakdowns.ts';
import type { CohortClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { usualOutcomesSettings } from '#scoring/outcomes/report/outcomes-report.ts';
import { WrongUse } from '../command/errors.ts';
import {
  flag,
  levelOption,
  needed,
  number,
  numberOr,
  pairs,
  text,
  wholeFrom,
  type Option,
  type ValuesOf,
} from '../command/options.ts';

/** A calendar day; null where it is left out. */
function day(words: string): Option<string | null> {
  const plain = text('day', words);
  return {
    ...plain,
    read: (given, name) => {
      const found = plain.read(given, name);
      if (found === null || isIsoDay(found)) return found;
      throw new WrongUse(`${name} must be a real calendar day written YYYY-MM-DD, not "${found}"`);
    },
  };
}

export const outcomesOptions = {
  linkageDate: needed(day('day of the linkage, after which nothing is known')),
  firstEnrolment: day('first enrolment date included; open where left out'),
  lastEnrolment: day('last enrolment date included; open where left out'),
  sent: number('1000', wholeFrom(1), 'clients sent for matching'),
  matched: number('980', wholeFrom(0), 'clients matched'),
  reference: pairs('breakdown=group', 'group that the others of a breakdown are compared with'),
  fewestClientsOfSite: numberOr(
    '100',
    wholeFrom(1),
    usualOutcomesSettings.fewestClientsOfSite,
    'clients from which the figures of a site may be published',
  ),
  level: levelOption,
  clients: flag('list the outcomes of each client too'),
  out: text('folder', 'write a workbook, CSV files and a Word summary into this folder'),
};

export type OutcomesQuestion = ValuesOf<typeof outcomesOptions>;

/** Sent and matched, which come together or not at all. */
export function matchingOf({ sent, matched }: Pick<OutcomesQuestion, 'sent' | 'matched'>) {
  if (sent === null && matched === null) return null;
  if (sent === null || matched === null) throw new WrongUse('--sent and --matched come together');
  if (matched > sent) throw new WrongUse(`--matched must not be more than --sent, ${sent}`);
  return { sent, matched };
}

const compared = breakdowns.filter(({ isCompared }) => isCompared);

/** The chosen reference of each breakdown, which must be a group that somebody is in. */
export function referencesOf(
  chosen: Readonly<Record<string, string>>,
  clients: readonly CohortClient[],
): Partial<Record<BreakdownKey, string>> {
  const found: Partial<Record<BreakdownKey, string>> = {};
  for (const [key, group] of Object.entries(chosen)) {
    const breakdown = requireCompared(key);
    const groups = clientsByGroup(clients, breakdown)
      .filter((each) => !each.isNotKnown && each.clients.length > 0)
      .map((each) => each.group);
    if (!groups.includes(group)) {
      throw new WrongUse(`--reference ${key} must be one of ${groups.join('; ')}, not "${group}"`);
    }
    found[breakdown.key] = group;
  }
  return found;
}

function requireCompared(key: string): Breakdown {
  const found = compared.find((breakdown) => breakdown.key === key);
  if (found !== undefined) return found;
  const keys = compared.map((breakdown) => breakdown.key).join(', ');
  throw new WrongUse(`--reference must name one of ${keys}, not "${key}"`);
}
