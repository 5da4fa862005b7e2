import { boroughs, meetingBands } from '../evaluation-plan.ts';
import type { EvaluationEntries } from './evaluation-data.ts';
import {
  bandTerm,
  categoryTerm,
  SIGNIFICANT,
  teamTerm,
  type EvaluationFit,
} from './evaluation-fit.ts';
import { exact, holds, inRange, rounded } from './figure.ts';

/** Odds ratios of meetings and answers, and how many of the teams' are significant. */
export function modelFigures(
  withBands: EvaluationFit,
  withoutBands: EvaluationFit,
  published: (path: string) => number,
): EvaluationEntries {
  const significant = (fit: EvaluationFit) =>
    boroughs.slice(1).filter((_, place) => fit.p(teamTerm(place + 1)) < SIGNIFICANT).length;
  const odds = withBands.oddsRatio;
  const ethnic = ['White British', 'White other', 'Asian', 'Other or mixed'].map((category) =>
    odds(categoryTerm('ethnicity', category)),
  );
  const isAboutTwo = ethnic.every((each) => each >= 1.5 && each < 2.5);
  const other = (key: string) => `otherOddsRatios.${key}`;
  return [
    [
      'significantTeamRatios.withMeetings',
      exact(significant(withBands), published('significantTeamRatios.withMeetings')),
    ],
    [
      'significantTeamRatios.withoutMeetings',
      exact(significant(withoutBands), published('significantTeamRatios.withoutMeetings')),
    ],
    ...meetingBands.map(({ band }, place): EvaluationEntries[number] => {
      const path = `meetingBandOddsRatios.${band}`;
      return [path, rounded(place === 0 ? 1 : odds(bandTerm(band)), published(path))];
    }),
    [
      other('self-referral vs Jobcentre Plus'),
      rounded(odds(categoryTerm('referralSource', 'Self-referral')), 12),
    ],
    // Printed to the nearest half.
    [
      other('paid work in the last 6 months vs not in 5 years'),
      inRange(odds(categoryTerm('lastJob', 'Under 6 months')), [5.25, 5.75], 2),
    ],
    [other('no benefits vs ESA support group'), rounded(odds(categoryTerm('benefit', 'None')), 3)],
    [
      other('every other ethnic group vs Black'),
      holds(ethnic.map((each) => each.toFixed(2)).join(', '), isAboutTwo),
    ],
    [
      other('prior conviction vs none'),
      inRange(odds(categoryTerm('convicted', 'Yes')), [0.75, 0.85], 2),
    ],
    [
      other('high qualifications vs low or medium'),
      inRange(odds(categoryTerm('qualification', 'High')), [1.25, 1.35], 2),
    ],
    [
      other('private rent vs family and friends'),
      inRange(odds(categoryTerm('housing', 'Private rent')), [2, 2.5], 2),
    ],
    [other('each year of age'), inRange(odds('age'), [0.95, 0.999], 3)],
  ];
}
