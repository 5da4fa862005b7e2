import type { LinkedPeopleTable } from '../../schema/national.ts';
import { firstJobByMonth, namedSites } from '../linked-published.ts';
import { exact, rounded, type DemoFigure, type DemoFigures } from './figure.ts';

export type LinkedRow = Omit<LinkedPeopleTable, 'id' | 'roundId' | 'siteId'> & { site: string };

export interface LinkedData {
  people: readonly LinkedRow[];
  sent: number;
  matched: number;
  sites: number;
}

type Select = (row: LinkedRow) => boolean;

const percentage = (part: number, whole: number) => (100 * part) / whole;
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The groups of the report and how the demo's rows say the same. */
const groupings: Readonly<Record<string, Readonly<Record<string, Select>>>> = {
  substance: Object.fromEntries(
    [
      'Opiates and crack',
      'Opiates without crack',
      'Crack without opiates',
      'Non-opiate (excluding crack)',
      'Non-opiate (excluding crack) and alcohol',
      'Alcohol only',
    ].map((group): [string, Select] => [group, ({ substanceGroup }) => substanceGroup === group]),
  ),
  sex: { Men: ({ sex }) => sex === 'male', Women: ({ sex }) => sex === 'female' },
  age: {
    '24 years and under': ({ ageBand }) => ageBand === '16 to 24',
    '25 years and over': ({ ageBand }) => ageBand !== '16 to 24',
  },
  treatmentStatus: {
    'In treatment': ({ treatmentStatus }) => treatmentStatus === 'in treatment',
    'Successfully completed treatment': ({ treatmentStatus }) =>
      treatmentStatus === 'successfully completed',
    'Unplanned exit': ({ treatmentStatus }) => treatmentStatus === 'unplanned exit',
  },
  timeInTreatment: Object.fromEntries(
    ['Up to 3 months', 'Up to 6 months', 'Up to 12 months', 'More than 12 months'].map(
      (group): [string, Select] => [group, ({ timeInTreatment }) => timeInTreatment === group],
    ),
  ),
  engagement: Object.fromEntries(
    ['More than 2 months', 'Less than 2 months'].map((group): [string, Select] => [
      group,
      ({ engagement }) => engagement === group,
    ]),
  ),
  site: Object.fromEntries(
    Object.keys(namedSites).map((site): [string, Select] => [site, (row) => row.site === site]),
  ),
};

const ageShares: Readonly<Record<string, Select>> = {
  '16 to 29': ({ ageBand }) => ageBand === '16 to 24' || ageBand === '25 to 29',
  '30 to 49': ({ ageBand }) => ageBand === '30 to 49',
  '50 and over': ({ ageBand }) => ageBand === '50 and over',
};

/** The linked cohort's answer to each published figure it can answer. `published` gives the printed number. */
export function linkedFigures(
  { people, sent, matched, sites }: LinkedData,
  published: (path: string) => number,
): DemoFigures {
  const found = new Map<string, DemoFigure>();
  const set = (path: string, how: typeof rounded, value: number) =>
    found.set(path, how(value, published(path)));
  const share = (select: Select) => percentage(people.filter(select).length, people.length);
  const worked = (select: Select) => {
    const group = people.filter(select);
    return percentage(group.filter((row) => row.worked === 1).length, group.length);
  };
  const isComplete: Select = ({ followUpComplete }) => followUpComplete === 1;
  const followUp = (rows: readonly LinkedRow[]) =>
    mean(rows.map(({ followUpDays }) => followUpDays));

  set('cohort.sentToHmrc', exact, sent);
  set('cohort.matched', exact, matched === people.length ? matched : people.length);
  set('cohort.matchRatePct', rounded, percentage(matched, sent));
  set('cohort.followUpComplete', exact, people.filter(isComplete).length);
  set('cohort.followUpCompletePct', rounded, share(isComplete));
  set('cohort.meanFollowUpDaysFullGroup', rounded, followUp(people));
  const incomplete = people.filter((row) => !isComplete(row));
  set('cohort.meanFollowUpDaysIncompleteGroup', rounded, followUp(incomplete));
  set('cohort.teams', exact, sites);
  set(
    'cohort.menPct',
    rounded,
    share(({ sex }) => sex === 'male'),
  );
  for (const [group, select] of Object.entries(ageShares)) {
    set(`cohort.agePct.${group}`, rounded, share(select));
  }
  for (const [group, select] of Object.entries(groupings.substance ?? {})) {
    set(`cohort.substancePct.${group}`, rounded, share(select));
  }
  const completed: Select = ({ treatmentStatus }) => treatmentStatus === 'successfully completed';
  set('cohort.completedTreatmentPct', rounded, share(completed));
  const isLong: Select = ({ timeInTreatment }) => timeInTreatment === 'More than 12 months';
  set('cohort.moreThan12MonthsInTreatmentPct', rounded, share(isLong));
  const isShort: Select = ({ engagement }) => engagement === 'Less than 2 months';
  set('cohort.engagedLessThan2MonthsPct', rounded, share(isShort));
  const isDeprived: Select = ({ deprivationQuintile }) => deprivationQuintile === 1;
  set('cohort.mostDeprivedQuintilePct', rounded, share(isDeprived));

  set(
    'successfulEmploymentPct.all',
    rounded,
    worked(() => true),
  );
  set('successfulEmploymentPct.followUpComplete', rounded, worked(isComplete));
  for (const [grouping, groups] of Object.entries(groupings)) {
    for (const [group, select] of Object.entries(groups)) {
      set(`successfulEmploymentPct.${grouping}.${group}`, rounded, worked(select));
    }
  }
  setFirstJobs(people, set);
  return found;
}

function setFirstJobs(
  people: readonly LinkedRow[],
  set: (path: string, how: typeof rounded, value: number) => void,
): void {
  const starters = people.filter(({ startedJob }) => startedJob === 1);
  const days = (rows: readonly LinkedRow[]) =>
    mean(rows.map((row) => row.daysToFirstJob ?? Number.NaN));
  set('daysToFirstJob.all', rounded, days(starters));
  for (const [group, select] of Object.entries(groupings.substance ?? {})) {
    set(`daysToFirstJob.substance.${group}`, rounded, days(starters.filter(select)));
  }
  const until = (month: number) =>
    starters.filter(({ firstJobMonth }) => firstJobMonth !== null && firstJobMonth <= month).length;
  for (const month of firstJobByMonth.keys()) {
    set(`daysToFirstJob.firstJobByMonth.${month + 1}`, exact, until(month + 1) - until(month));
  }
  set('daysToFirstJob.startedInFirst3MonthsPct', rounded, percentage(until(3), starters.length));
  set('daysToFirstJob.startedByMonth9Pct', rounded, percentage(until(9), starters.length));
}
