import {
  clientModelVariables,
  MEETING_BAND_COLUMN,
  OUTCOME_COLUMN,
  TEAM_COLUMN,
  type ClientModelVariable,
} from '#scoring/outcomes/client-model.ts';
import type { FigureEightQuestion } from '#scoring/relations/figure-eight.ts';
import { LANDMARK_BAND } from '#scoring/relations/landmark.ts';
import type { CategoricalTerm, ModelTerm } from '#scoring/statistics/model-frame.ts';

/** Meetings to date, or (the landmark variant) those of the first 60 days. */
export type MeetingsCounted = 'to-date' | 'first-60-days';

/** Columns of the table of clients that say who is in the landmark variant, and with how many meetings. */
export const landmarkColumns = {
  daysFollowed: 'days_followed',
  daysToJob: 'days_to_job',
  meetings: 'meetings_first_60_days',
} as const;

function termOf({ kind, column, usualReference }: ClientModelVariable): ModelTerm {
  if (kind === 'numeric') return { kind, column };
  return { kind, column, ...(usualReference === null ? {} : { reference: usualReference }) };
}

/** Everything but team and meetings. Their references make no difference to what figure 8 says of teams. */
const others = clientModelVariables
  .filter(({ column }) => column !== TEAM_COLUMN && column !== MEETING_BAND_COLUMN)
  .map(termOf);

const countedMeetings = {
  'to-date': { bands: MEETING_BAND_COLUMN, number: 'meetings' },
  'first-60-days': { bands: LANDMARK_BAND, number: landmarkColumns.meetings },
};

/** What figure 8 is made of, teams being compared with one of them. */
export function figureEightTerms(
  meetings: MeetingsCounted,
  reference: string,
): FigureEightQuestion & { readonly team: CategoricalTerm } {
  const { bands, number } = countedMeetings[meetings];
  return {
    outcome: OUTCOME_COLUMN,
    team: { kind: 'categorical', column: TEAM_COLUMN, reference },
    bands: { kind: 'categorical', column: bands, reference: '1 to 4' },
    others,
    meetings: number,
  };
}
