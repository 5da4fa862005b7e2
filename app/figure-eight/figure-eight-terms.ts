import {
  clientModelVariables,
  MEETING_BAND_COLUMN,
  OUTCOME_COLUMN,
  TEAM_COLUMN,
  type ClientModelVariable,
} from '#scoring/outcomes/client-model.ts';
import type { FigureEightQuestion } from '#scoring/relations/figure-eight.ts';
import type { CategoricalTerm, ModelTerm } from '#scoring/statistics/model-frame.ts';

/** Meetings to date, or (the landmark variant) those of the first 60 days. */
export type MeetingsCounted = 'to-date' | 'first-60-days';

/** The same question with meetings counted the other way. */
export function otherWay(meetings: MeetingsCounted): MeetingsCounted {
  return meetings === 'to-date' ? 'first-60-days' : 'to-date';
}

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

/** Columns with the number of meetings. */
export const meetingsColumns: Readonly<Record<MeetingsCounted, string>> = {
  'to-date': 'meetings',
  'first-60-days': landmarkColumns.meetings,
};

/** What figure 8 is made of, teams being compared with one of them. */
export function figureEightTerms(
  reference: string,
): FigureEightQuestion & { readonly team: CategoricalTerm } {
  return {
    outcome: OUTCOME_COLUMN,
    team: { kind: 'categorical', column: TEAM_COLUMN, reference },
    bands: { kind: 'categorical', column: MEETING_BAND_COLUMN, reference: '1 to 4' },
    others,
  };
}
