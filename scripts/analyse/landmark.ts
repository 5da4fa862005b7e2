import { LANDMARK_BAND, landmarkTable } from '#scoring/relations/landmark.ts';
import { WrongUse } from './command/errors.ts';
import { number, text, wholeFrom, type ValuesOf } from './command/options.ts';
import { wholeNumber, zeroOrMore } from './reading/cell-rules.ts';
import type { ColumnPlan, ReadTable } from './reading/read-table.ts';

/** The landmark variant of figure 8: meetings before a day, starts from it on. */
export const landmarkOptions = {
  landmark: number(
    '60',
    wholeFrom(1),
    'landmark variant: meetings before this day, starts from it on',
  ),
  daysFollowed: text('column', 'landmark: days a client was followed'),
  daysToJob: text('column', 'landmark: days to the job start, empty where there is none'),
  earlyMeetings: text('column', 'landmark: meetings on the days before it'),
};

interface LandmarkValues extends ValuesOf<typeof landmarkOptions> {
  readonly bands: string | null;
}

export interface LandmarkQuestion {
  readonly day: number;
  /** The column of bands that takes the place of the file's own. */
  readonly bands: string;
  readonly daysFollowed: string;
  readonly daysToJob: string;
  readonly meetings: string;
}

/** The landmark that was asked for; null where none was. */
export function landmarkOf(values: LandmarkValues): LandmarkQuestion | null {
  const { landmark: day, daysFollowed, daysToJob, earlyMeetings: meetings, bands } = values;
  if (day === null) {
    if (daysFollowed ?? daysToJob ?? meetings) {
      throw new WrongUse(
        '--days-followed, --days-to-job and --early-meetings belong to --landmark',
      );
    }
    return null;
  }
  if (daysFollowed === null || daysToJob === null || meetings === null) {
    throw new WrongUse('--landmark needs --days-followed, --days-to-job and --early-meetings');
  }
  if (bands !== null) throw new WrongUse('--landmark makes bands of its own: leave --bands out');
  return { day, bands: LANDMARK_BAND, daysFollowed, daysToJob, meetings };
}

export function landmarkPlans({
  daysFollowed,
  daysToJob,
  meetings,
}: LandmarkQuestion): ColumnPlan[] {
  return [
    { name: daysFollowed, rule: zeroOrMore },
    { name: daysToJob, rule: zeroOrMore },
    { name: meetings, rule: wholeNumber(0) },
  ];
}

/** The clients of the variant, and how many were left out for which reason. */
export function withLandmark({ columns }: ReadTable, { day, ...names }: LandmarkQuestion) {
  const { table, ...counts } = landmarkTable(columns, names, day);
  return { table, counts };
}
