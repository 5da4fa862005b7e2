import { logistic } from './draw.ts';
import type { EvaluationClient } from './evaluation-clients.ts';
import {
  AGE_ODDS_RATIO,
  categoryPlans,
  meetingBandOf,
  meetingBands,
  type CategoryFactor,
} from './evaluation-plan.ts';

const factors = Object.keys(categoryPlans) as CategoryFactor[];

/** Log odds from everything but the team. */
export function ownLogOdds(client: Omit<EvaluationClient, 'borough'>): number {
  const band = meetingBandOf(client.meetings);
  const ofMeetings = meetingBands.find((each) => each.band === band)?.oddsRatio ?? 1;
  const ofAnswers = factors.map((factor) => {
    const [, oddsRatio] = categoryPlans[factor][client.answers[factor]] ?? [0, 1];
    return Math.log(oddsRatio);
  });
  return (
    Math.log(ofMeetings) +
    (client.age - 40) * Math.log(AGE_ODDS_RATIO) +
    ofAnswers.reduce((sum, each) => sum + each, 0)
  );
}

/** The team's constant that makes the expected job starts its planned number. */
export function teamConstant(logOdds: readonly number[], jobStarts: number): number {
  let [low, high] = [-12, 6];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const expected = logOdds.reduce((sum, each) => sum + logistic(middle + each), 0);
    if (expected < jobStarts) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
