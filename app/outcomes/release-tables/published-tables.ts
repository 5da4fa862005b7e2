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
  linkageDate: string,
): Table[] {
  if (release.printed === null) return [];
  return [
    {
      title: 'Published figures beside this round',
      base: 'Every figure about people that the 2025 report prints',
      method:
        'As printed; ours as in the other tables; ours less the published one. Agrees: our exact figure rounds to the published one, looked at before anything is rounded for protection',
      notes: [],
      columns: [
        ...['Clients', 'Figure', 'Breakdown', 'Group', 'Unit'].map(textColumn),
        ...['This round', 'Published', 'Difference'].map(numberColumn(0)),
        ...['Agrees', 'How they are compared'].map(textColumn),
      ],
      rows: publishedLines(report2025, release, previous).map(rowOf),
    },
    rulesTable(linkageDate),
  ];
}

function rowOf({ cells, unit, published, own, agrees, how }: PublishedLine): ReleaseCell[] {
  const missing = own.status === 'hidden' ? confidential : notApplicable;
  const values =
    own.value === null
      ? [missing, published, missing]
      : [own.value, published, own.value - published];
  const verdict = agrees === null ? 'Not compared' : yesOrNo(agrees);
  return [...cells, unit, ...values, verdict, how];
}

/** By what rules the report was worked out, and by which rules here. */
function rulesTable(linkageDate: string): Table {
  const { rules, linkageMonth, treatmentDataTo } = report2025;
  const { longestMonths, minimumMonths, firstEnrolment, lastEnrolment } = followUpRules2025;
  const day = (date: string | null) => (date === null ? 'Any' : formatDay(date));
  const line = (rule: string, published: string, here: string): string[] => [
    ...[rule, here, published],
    here === published ? 'The same' : 'Differs',
  ];
  const months = (count: number) => `${count} months`;
  return {
    title: 'Rules of the published report beside those here',
    base: 'What the 2025 report says of how its figures were worked out',
    method: 'As printed; beside it what holds here unless a round or a setting says otherwise',
    notes: [],
    columns: ['Rule', 'Here', 'Published report', 'Held against each other'].map(textColumn),
    rows: [
      line('Longest follow-up', months(rules.followUpMonths), months(longestMonths)),
      line(
        'Shortest time from enrolment to linkage',
        months(rules.minimumMonthsSinceEnrolment),
        months(minimumMonths),
      ),
      line('Job held for', `${rules.sustainedWeeks} weeks`, `${sustainedDays / 7} weeks`),
      line(
        'Fewest clients of a site that is named',
        String(rules.minimumClientsPerPublishedSite),
        String(fewestClientsOfPublishedSite),
      ),
      line('First enrolment', day(rules.enrolmentFrom), day(firstEnrolment)),
      line('Last enrolment', day(rules.enrolmentTo), day(lastEnrolment)),
      line('Linked in', formatMonth(linkageMonth), formatMonth(linkageDate.slice(0, 7))),
      [
        ...['Treatment known up to', 'Not kept', day(treatmentDataTo)],
        'A linked person has a treatment status, not the day it was read',
      ],
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
