import { roundedCount } from '#scoring/disclosure/disclosed-count.ts';
import type { BreakdownKey } from '#scoring/outcomes/cohort/breakdowns.ts';
import type {
  PublishedGroups,
  PublishedOutcome,
  PublishedReport,
} from '#scoring/outcomes/published/report-2025.ts';
import type {
  OutcomesRelease,
  PrintedBeside,
  ReleasedRow,
} from '#scoring/outcomes/release/outcomes-release.ts';
import {
  emptyReleased,
  hiddenReleased,
  type ReleasedFigure,
} from '#scoring/outcomes/release/released-figure.ts';
import type { FollowUpGroup } from '#scoring/outcomes/report/outcomes-report.ts';
import { getOutcomeMeasure, type OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import { groupNames } from '../outcomes-words.ts';
import { breakdownName } from './cells.ts';

/** A figure that the report prints, whether or not a round has one to stand beside it. */
export interface PublishedLine {
  readonly cells: readonly [clients: string, figure: string, breakdown: string, group: string];
  readonly unit: string;
  /** Shares as percentages. */
  readonly published: number;
  /** Ours as everybody may see it; its value null for the reason told. */
  readonly own: Pick<ReleasedFigure, 'status' | 'value'>;
  /** Null where they are not held against each other. */
  readonly agrees: boolean | null;
  readonly how: string;
}

const asPrinted = 'Exact figure, rounded as printed';
const hiddenHere = 'Not shown here, to protect small numbers';
const nobodyHere = 'Nobody here whom it could be about';

type Cells = PublishedLine['cells'];
type Own = PublishedLine['own'];

const shown = (value: number): Own => ({ status: 'shown', value });
const orHidden = (value: number | null | undefined): Own =>
  typeof value === 'number' ? shown(value) : hiddenReleased;
/** Six places: what multiplying leaves behind would stand in the files. */
const inPercent = ({ status, value }: Own): Own =>
  value === null ? { status, value } : shown(Number((100 * value).toFixed(6)));

/** A printed figure with ours and the verdict on exact figures, where ours is shown. */
function lineOf(
  cells: Cells,
  unit: string,
  published: number,
  own: Own,
  printed: Pick<PrintedBeside, 'agrees'> | null | undefined,
): PublishedLine {
  if (own.status !== 'shown') {
    const how = own.status === 'none' ? nobodyHere : hiddenHere;
    return { cells, unit, published, own, agrees: null, how };
  }
  return { cells, unit, published, own, agrees: printed?.agrees ?? null, how: asPrinted };
}

function groupEntries(groups: PublishedGroups) {
  return (Object.keys(groups) as BreakdownKey[]).flatMap((breakdown) =>
    Object.entries(groups[breakdown] ?? {}).map(([group, value]) => ({ breakdown, group, value })),
  );
}

function unitOf(outcome: OutcomeKey): string {
  const measure = getOutcomeMeasure(outcome);
  return measure.kind === 'proportion' ? '%' : measure.unit;
}

/** Of a table that hides all its groups there is no row. */
function groupLine(
  cells: Cells,
  outcome: OutcomeKey,
  published: number,
  row: ReleasedRow | undefined,
): PublishedLine {
  const own = row?.figure ?? hiddenReleased;
  const unit = unitOf(outcome);
  return lineOf(cells, unit, published, unit === '%' ? inPercent(own) : own, row?.printed);
}

function outcomeLines(
  outcome: OutcomeKey,
  { all, complete, groups }: PublishedOutcome,
  release: OutcomesRelease,
): PublishedLine[] {
  const { name } = getOutcomeMeasure(outcome);
  const ownOf = (followUpGroup: FollowUpGroup) =>
    release.groups[followUpGroup].outcomes.find((one) => one.outcome === outcome);
  const total = (followUpGroup: FollowUpGroup, published: number | null): PublishedLine[] => {
    const own = ownOf(followUpGroup);
    if (published === null || own === undefined) return [];
    const row = { group: 'All', figure: own.total, printed: own.printed };
    return [groupLine([groupNames[followUpGroup], name, 'All', 'All'], outcome, published, row)];
  };
  const tables = ownOf('full')?.tables ?? [];
  return [
    ...total('full', all),
    ...total('complete', complete),
    ...groupEntries(groups).map(({ breakdown, group, value }) =>
      groupLine(
        [groupNames.full, name, breakdownName(breakdown), group],
        outcome,
        value,
        tables
          .find((table) => table.breakdown === breakdown)
          ?.rows.find((row) => row.group === group),
      ),
    ),
  ];
}

function shareLines(shares: PublishedGroups, { groups }: OutcomesRelease): PublishedLine[] {
  return groupEntries(shares).map(({ breakdown, group, value }) =>
    groupLine(
      [groupNames.full, 'Share of all clients', breakdownName(breakdown), group],
      'worked',
      value,
      groups.full.description
        .find((described) => described.breakdown === breakdown)
        ?.rows.find((row) => row.group === group),
    ),
  );
}

function firstJobLines(report: PublishedReport, { groups }: OutcomesRelease): PublishedLine[] {
  const { firstJobs, printedMonths } = groups.full;
  const months = firstJobs.status === 'shown' ? firstJobs.months : [];
  return report.firstJobByMonth.map((published, place) => ({
    ...lineOf(
      [groupNames.full, 'First jobs', 'Follow-up month', String(place + 1)],
      'clients',
      published,
      orHidden(months[place]?.started),
      printedMonths[place],
    ),
    ...(months[place] === undefined ? {} : { how: 'Exact count' }),
  }));
}

/** Sites are counted, whether they are named or not; those whose site is not known are at none. */
function sitesOf({ groups }: OutcomesRelease): Own {
  const [worked] = groups.full.outcomes;
  const table = worked?.tables.find(({ breakdown }) => breakdown === 'site');
  return table?.status === 'shown'
    ? shown(table.rows.length + table.sitesNotShown)
    : hiddenReleased;
}

/** The verdict is of the rounded count, which is all that this page knows of another round. */
function previousLine(published: number, previous: OutcomesRelease | null): PublishedLine {
  const own = previous === null ? emptyReleased : orHidden(previous.complete.count);
  const cells = [groupNames.complete, 'Clients in the round before', 'All', 'All'] as const;
  const line = lineOf(cells, 'clients', published, own, null);
  if (previous === null) return { ...line, how: 'There is no round before this one here' };
  if (own.value === null) return line;
  const agrees = roundedCount(published, { base: previous.countsRoundedTo }) === own.value;
  return { ...line, agrees, how: 'Rounded count, within its rounding' };
}

function headLines(
  report: PublishedReport,
  release: OutcomesRelease,
  previous: OutcomesRelease | null,
): PublishedLine[] {
  const { matchRate, complete, meanFollowUpDays, printedHead, groups } = release;
  const { firstJobs } = groups.full;
  const byMonth = (month: number): Own =>
    orHidden(
      firstJobs.status === 'shown'
        ? firstJobs.months.find((one) => one.month === month)?.shareSoFar
        : null,
    );
  const line = (name: string, unit: string, published: number, own: Own): PublishedLine =>
    lineOf(
      [groupNames.full, name, 'All', 'All'],
      unit,
      published,
      unit === '%' ? inPercent(own) : own,
      printedHead.find((one) => one.name === name),
    );
  const days = report.meanFollowUpDays;
  return [
    line('Sent for matching', 'clients', report.sent, orHidden(matchRate?.base)),
    line('Matched', 'clients', report.matched, orHidden(matchRate?.count)),
    line('Match rate', '%', report.matchRatePercentage, matchRate ?? hiddenReleased),
    line('Follow-up complete', 'clients', report.followUpComplete, orHidden(complete.count)),
    line('Share whose follow-up is complete', '%', report.followUpCompletePercentage, complete),
    previousLine(report.followUpCompletePreviousRound, previous),
    line('Mean days of follow-up', 'days', days.full, orHidden(meanFollowUpDays.full)),
    line(
      'Mean days of follow-up where it is not complete',
      'days',
      days.incomplete,
      orHidden(meanFollowUpDays.incomplete),
    ),
    line('Teams', 'teams', report.teams, sitesOf(release)),
    {
      ...line('Local authorities', 'authorities', report.localAuthorities, emptyReleased),
      how: 'Not worked out: what is linked knows a site, not the authorities it covers',
    },
    line('Started by month 3, of those who started', '%', report.startedByMonth3, byMonth(3)),
    line('Started by month 9, of those who started', '%', report.startedByMonth9, byMonth(9)),
  ];
}

/** What the report quotes of the IPS-AD trial: of other people, by another count of a job. */
function trialLines({ groups }: OutcomesRelease): PublishedLine[] {
  return groups.full.trial.flatMap(({ outcome, group, figure, intervention, control }) =>
    (
      [
        ['IPS', intervention],
        ['usual support', control],
      ] as const
    ).flatMap(([arm, rate]): PublishedLine[] =>
      rate === null
        ? []
        : [
            {
              cells: [
                `IPS-AD trial, ${arm}`,
                getOutcomeMeasure(outcome).name,
                group === null ? 'All' : breakdownName(group.breakdown),
                group?.name ?? 'All',
              ],
              unit: '%',
              published: Math.round(100 * rate),
              own: inPercent(figure),
              agrees: null,
              how: 'Another study, quoted: the linked cohort stands beside it and is not held against it',
            },
          ],
    ),
  );
}

/** Every figure about people that a report prints, in its order. */
export function publishedLines(
  report: PublishedReport,
  release: OutcomesRelease,
  previous: OutcomesRelease | null,
): PublishedLine[] {
  return [
    ...headLines(report, release, previous),
    ...shareLines(report.shares, release),
    ...(Object.keys(report.outcomes) as OutcomeKey[]).flatMap((outcome) => {
      const published = report.outcomes[outcome];
      return published === undefined ? [] : outcomeLines(outcome, published, release);
    }),
    ...firstJobLines(report, release),
    ...trialLines(release),
  ];
}
