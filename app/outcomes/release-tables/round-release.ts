import type { Release } from '#app/outcomes-files/release-table.ts';
import type { SummarySection } from '#app/outcomes-files/word/word-summary.ts';
import type { OutcomesRelease, ReleasedGroup } from '#scoring/outcomes/release/outcomes-release.ts';
import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';
import { followUpGroups } from '#scoring/outcomes/report/outcomes-report.ts';
import { getOutcomeMeasure, type OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import {
  demoFindings,
  groupNames,
  linkageCautions,
  roundFindings,
  smallNumbersInTables,
} from '../outcomes-words.ts';
import type { ProviderEvidence } from '../provider-evidence.server.ts';
import type { Table } from './cells.ts';
import { descriptionTables, firstJobsTables, followUpTables, trialTable } from './cohort-tables.ts';
import { comparisonTables } from './comparison-tables.ts';
import { evidenceTables } from './evidence-tables.ts';
import { figureTables } from './figure-tables.ts';
import { firstJobsByGroupTables } from './first-jobs-by-group-tables.ts';
import { publishedTables, statementsTable } from './published-tables.ts';
import { rollOutTables } from './roll-out-tables.ts';

/** All that the files of a round are made from: figures as everybody may see them and nothing else. */
export interface RoundFigures {
  readonly name: string;
  /** ISO day: the date of the files. */
  readonly linkageDate: string;
  readonly release: OutcomesRelease;
  readonly previous: { readonly name: string; readonly release: OutcomesRelease } | null;
  readonly evidence: ProviderEvidence;
  readonly isDemo: boolean;
}

function titled(
  { name, linkageDate, release, isDemo }: RoundFigures,
  tables: readonly Table[],
): Release {
  return {
    title: `Employment outcomes of IPS clients: ${name}`,
    date: linkageDate,
    about: [
      ...(isDemo ? ['Demonstration: every figure about teams and people is synthetic.'] : []),
      smallNumbersInTables(release.countsRoundedTo),
      ...linkageCautions,
      findingsCaution,
    ],
    tables: tables.map((table, place) => ({ number: place + 1, ...table })),
  };
}

type NamedGroup = readonly [clients: string, group: ReleasedGroup];

const namedGroups = ({ groups }: OutcomesRelease): NamedGroup[] =>
  followUpGroups.map((key) => [groupNames[key], groups[key]]);

function outcomeTables(
  { release, previous }: RoundFigures,
  isWanted: (outcome: OutcomeKey) => boolean,
): Table[] {
  return followUpGroups.flatMap((key) => {
    const outcomes = release.groups[key].outcomes.filter(({ outcome }) => isWanted(outcome));
    const before =
      previous === null ? null : { name: previous.name, group: previous.release.groups[key] };
    return [
      ...figureTables(outcomes, groupNames[key], before),
      ...comparisonTables(outcomes, groupNames[key]),
    ];
  });
}

/** Every table of a round, numbered. */
export function roundRelease(figures: RoundFigures): Release {
  const { release, previous, evidence } = figures;
  const groups = namedGroups(release);
  return titled(figures, [
    ...followUpTables(release),
    ...groups.flatMap(([clients, group]) => descriptionTables(group, clients)),
    ...outcomeTables(figures, () => true),
    ...groups.flatMap(([clients, group]) => firstJobsTables(group, clients)),
    ...groups.flatMap(([clients, group]) => firstJobsByGroupTables(group, clients)),
    trialTable(groups),
    ...evidenceTables(evidence),
    ...publishedTables(release, previous?.release ?? null),
    ...rollOutTables(),
    statementsTable(),
  ]);
}

/** The tables of one outcome. */
export function outcomeRelease(figures: RoundFigures, outcome: OutcomeKey): Release {
  return titled(
    figures,
    outcomeTables(figures, (key) => key === outcome),
  );
}

/** What goes on paper: findings in words, and the shorter tables. */
export function roundSummary(
  { release, isDemo }: RoundFigures,
  { tables }: Release,
): SummarySection[] {
  const numbersOf = (starts: readonly string[]) =>
    tables
      .filter(({ title }) => starts.some((start) => title.startsWith(start)))
      .map(({ number }) => number);
  const section = (heading: string, starts: readonly string[]): SummarySection => ({
    heading,
    paragraphs: [],
    points: [],
    tables: numbersOf(starts),
  });
  return [
    section('Clients and follow-up', ['Matching and follow-up', 'Mean length of follow-up']),
    ...namedGroups(release).map(([clients, group]): SummarySection => ({
      heading: `Findings: ${clients}`,
      paragraphs: [isDemo ? demoFindings : roundFindings, findingsCaution],
      points: findingsOf(group),
      tables: [],
    })),
    section('Who worked, and who started a job', [
      `${getOutcomeMeasure('worked').name}: ${groupNames.full}`,
      `${getOutcomeMeasure('started-job').name}: ${groupNames.full}`,
    ]),
    section('Time to first job', [
      'First jobs by follow-up month',
      'Whether time to first job differs by group',
    ]),
    section('Beside other figures', [
      'The figures beside',
      'Evidence gap',
      'Jobs of 16',
      'Roll-out',
    ]),
  ];
}

function findingsOf({ outcomes }: ReleasedGroup): string[] {
  const found = outcomes.flatMap(({ tables }) => tables.flatMap(({ findings }) => findings));
  return found.length === 0
    ? ['No difference between groups that are shown is clear after adjustment.']
    : found;
}
