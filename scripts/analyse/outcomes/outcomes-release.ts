import type { Release, ReleaseTable } from '#app/outcomes-files/release-table.ts';
import type { SummarySection } from '#app/outcomes-files/word/word-summary.ts';
import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';
import {
  followUpGroups,
  type FollowUpGroup,
  type FollowedReport,
} from '#scoring/outcomes/report/outcomes-report.ts';
import { outcomeMeasures } from '#scoring/outcomes/tables/outcome-measures.ts';
import type { NamedCohort } from './client-outcomes.ts';
import {
  countsTable,
  curveTables,
  descriptionTable,
  firstJobsTable,
  followUpTable,
  paceTable,
  trialTable,
} from './cohort-tables.ts';
import { comparisonTables } from './comparison-tables.ts';
import { figureTables } from './figure-tables.ts';
import { firstJobsByGroupTables } from './first-jobs-by-group-tables.ts';
import type { OutcomesQuestion } from './outcomes-options.ts';
import { groupWords, type Unnumbered } from './release-words.ts';

type Question = Pick<OutcomesQuestion, 'linkageDate' | 'level' | 'fewestClientsOfSite'>;

/** Every table of the analysis, numbered; the date of its files is that of the linkage. */
export function outcomesRelease(
  cohort: NamedCohort,
  report: FollowedReport,
  { linkageDate, level, fewestClientsOfSite }: Question,
  about: readonly string[],
): Release {
  const tables: Unnumbered<ReleaseTable>[] = [
    countsTable(cohort, report),
    followUpTable(report),
    paceTable(report),
    trialTable(report),
    ...followUpGroups.flatMap((key) => {
      const group = report.groups[key];
      return [
        descriptionTable(group),
        ...figureTables(group, level, fewestClientsOfSite),
        ...comparisonTables(group),
        firstJobsTable(group),
        ...curveTables(group),
        ...firstJobsByGroupTables(group),
      ];
    }),
  ];
  return {
    title: 'Employment outcomes of clients of Individual Placement and Support',
    date: linkageDate,
    about,
    tables: tables.map((table, place) => ({ number: place + 1, ...table })),
  };
}

/** What goes on paper: findings in words, and the shorter tables. */
export function outcomesSummary(report: FollowedReport, { tables }: Release): SummarySection[] {
  const numbersOf = (titles: readonly string[]) =>
    tables.filter(({ title }) => titles.includes(title)).map(({ number }) => number);
  return [
    { heading: 'Clients and follow-up', paragraphs: [], points: [], tables: [1, 2] },
    ...followUpGroups.map((key) => ({
      heading: `Findings, ${groupWords[key]}`,
      paragraphs: [findingsCaution],
      points: findingsOf(report, key),
      tables: [],
    })),
    {
      heading: 'Outcomes of all clients included',
      paragraphs: [],
      points: [],
      tables: numbersOf(
        outcomeMeasures
          .filter(({ key }) => key === 'worked' || key === 'started-job')
          .map(({ name }) => `${name}, ${groupWords.full}`),
      ),
    },
    { heading: 'Time to first job, and the trial', paragraphs: [], points: [], tables: [3, 4] },
  ];
}

function findingsOf({ groups }: FollowedReport, key: FollowUpGroup): string[] {
  const found = groups[key].tables.flatMap(({ findings }) =>
    findings.map(({ sentence }) => sentence),
  );
  return found.length === 0 ? ['No difference between groups is clear after adjustment.'] : found;
}
