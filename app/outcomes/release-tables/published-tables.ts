import type { ReleaseCell } from '#app/outcomes-files/release-table.ts';
import { formatDay, formatMonth } from '#scoring/calendar/iso-day.ts';
import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import type { OutcomesRelease } from '#scoring/outcomes/release/outcomes-release.ts';
import { sustainedDays } from '#scoring/outcomes/spells/client-outcomes.ts';
import { fewestClientsOfPublishedSite } from '#scoring/outcomes/tables/group-table.ts';

import { judgedStatements } from '../judged-statements.ts';
import {
  confidential,
  notApplicable,
  numberColumn,
  textColumn,
  yesOrNo,
  type Table,
} from './cells.ts';
import { publishedLines, type PublishedLine } from './published-lines.ts';

/** Every published figure beside ours, where the round is the one it is about. */
export function publishedTables(
  release: OutcomesRelease,
  previous: OutcomesRelease | null,
): Table[] {
  if (release.printed === null) return [];
  return [
    {
      title: 'Published figures beside this round',
      base: 'Every figure about people that the 2025 report prints',
      method:
        'As printed; ours as in the other tables; ours less the published one, rounded as that is printed. Agrees: our exact figure rounds to the published one, looked at before anything is rounded for protection; how others are compared stands beside them',
      notes: [
        `Counts of clients are rounded to the nearest ${release.countsRoundedTo}, and shares of small groups are of such counts: the difference would be that of the rounding, so none is worked out.`,
      ],
      columns: [
        ...['Clients', 'Figure', 'Breakdown', 'Group', 'Unit'].map(textColumn),
        ...['This round', 'Published', 'Difference'].map(numberColumn(0)),
        ...['Agrees', 'How they are compared'].map(textColumn),
      ],
      rows: publishedLines(report2025, release, previous).map(rowOf),
    },
    rulesTable(),
  ];
}

function rowOf({ cells, unit, published, own, agrees, how }: PublishedLine): ReleaseCell[] {
  const missing = own.status === 'hidden' ? confidential : notApplicable;
  const values =
    own.value === null
      ? [missing, published, missing]
      : [own.value, published, differenceOf(own.value, published, unit)];
  const verdict = agrees === null ? 'Not compared' : yesOrNo(agrees);
  return [...cells, unit, ...values, verdict, how];
}

/** To as many places as the report prints; none of a rounded count, nor of a share that is of two of them. */
function differenceOf(own: number, published: number, unit: string): ReleaseCell {
  if (unit === 'clients' || (unit === '%' && !Number.isInteger(own))) return notApplicable;
  const places = String(published).split('.')[1]?.length ?? 0;
  // A difference that rounds to nothing has no sign.
  return Number((own - published).toFixed(places)) + 0;
}

/** By what rules the report was worked out, and by which rounds usually are here. */
function rulesTable(): Table {
  const { rules, linkageMonth, treatmentDataTo } = report2025;
  const { longestMonths, minimumMonths, firstEnrolment, lastEnrolment } = followUpRules2025;
  const day = (date: string | null) => (date === null ? 'Any' : formatDay(date));
  const months = (count: number) => `${count} months`;
  return {
    title: 'Rules of the published report beside those here',
    base: 'What the 2025 report says of how its figures were worked out',
    method:
      'As printed; beside it the rule that usually holds here. A round may be imported with other first and last enrolment dates, and a setting may name sites of fewer or more clients',
    notes: ['A linked person has a treatment status, not the day it was read.'],
    columns: ['Rule', 'Usual rule here', 'Published report'].map(textColumn),
    rows: [
      ['Longest follow-up', months(longestMonths), months(rules.followUpMonths)],
      [
        'Shortest time from enrolment to linkage',
        months(minimumMonths),
        months(rules.minimumMonthsSinceEnrolment),
      ],
      ['Job held for', `${sustainedDays / 7} weeks`, `${rules.sustainedWeeks} weeks`],
      [
        'Fewest clients of a site that is named',
        String(fewestClientsOfPublishedSite),
        String(rules.minimumClientsPerPublishedSite),
      ],
      ['First enrolment', day(firstEnrolment), day(rules.enrolmentFrom)],
      ['Last enrolment', day(lastEnrolment), day(rules.enrolmentTo)],
      ['Linked in', 'As the round says', formatMonth(linkageMonth)],
      ['Treatment known up to', 'Not kept', day(treatmentDataTo)],
    ],
  };
}

/** The report's statements held to its own figures. */
export function statementsTable(): Table {
  return {
    title: 'The 2025 report’s statements of significance, held to its own figures',
    base: 'Statements of the published report, in our words; not findings of this round',
    method:
      'From the printed percentages and means alone, over everything their rounding leaves open; spans rounded outwards; spreads of means are not published',
    notes: [],
    columns: ['Statement', 'Where', 'What follows'].map(textColumn),
    rows: judgedStatements.map(({ title, where, lines }) => [title, where, lines.join(' ')]),
  };
}
