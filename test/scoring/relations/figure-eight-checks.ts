import {
  figureEight,
  type FigureEight,
  type FigureEightQuestion,
} from '#scoring/relations/figure-eight.ts';
import { LANDMARK_BAND, landmarkTable, type Landmark } from '#scoring/relations/landmark.ts';
import { logisticRegression } from '#scoring/statistics/logistic-regression.ts';
import clientsExpected from '#test/reference/statistics/clients.expected.json' with { type: 'json' };
import extra from '#test/reference/statistics/regression-extra.expected.json' with { type: 'json' };

import { clientTable, clientTerms, completeClients, jobStart } from '../statistics/client-table.ts';
import { Group, only, type ReferenceGroup } from '../statistics/reference-group.ts';

const REGRESSION = 1e-8;
const { references } = clientsExpected;

export const evaluationQuestion: FigureEightQuestion = {
  outcome: 'job_start',
  team: { kind: 'categorical', column: 'team', reference: references.team },
  bands: { kind: 'categorical', column: 'meeting_band', reference: references.meeting_band },
  others: clientTerms('team', 'meeting_band'),
  meetings: 'meetings',
};

export const landmarkQuestion: FigureEightQuestion = {
  outcome: 'job_start',
  team: { kind: 'categorical', column: 'team', reference: references.team },
  bands: { kind: 'categorical', column: LANDMARK_BAND, reference: '0' },
  others: clientTerms().filter(({ column }) => ['age', 'convicted', 'last_job'].includes(column)),
  meetings: 'meetings_first_60_days',
};

export function landmarkClients(clients = clientTable()): Landmark {
  return landmarkTable(clients, {
    daysFollowed: 'days_followed',
    daysToJob: 'days_to_job',
    meetings: 'meetings_first_60_days',
  });
}

export function fitFigureEight(
  question: FigureEightQuestion,
  refits: number,
  seed = 1,
): FigureEight {
  const table = question === landmarkQuestion ? landmarkClients().table : clientTable();
  return only(figureEight(table, question, { seed, refits }), 'fitted');
}

/** The comparisons of figure 8 and its landmark variant with R. */
export function figureEightGroups(): ReferenceGroup[] {
  const figure = new Group();
  const fit = fitFigureEight(evaluationQuestion, 2);
  for (const [team, expected] of Object.entries(clientsExpected.figure8)) {
    const found = fit.teams.find((entry) => entry.team === team);
    figure
      .value(`${team}, with`, found?.oddsRatioWith.value, expected.oddsRatioWith)
      .value(`${team}, without`, found?.oddsRatioWithout.value, expected.oddsRatioWithout)
      .value(
        `${team}, without on the same scale`,
        found?.oddsRatioWithoutSameScale?.value,
        expected.oddsRatioWithoutSameScale,
      )
      .value(`${team}, effect with`, found?.effectWith.effect, expected.ameWith)
      .value(`${team}, effect without`, found?.effectWithout.effect, expected.ameWithout)
      .value(`${team}, change`, found?.change.value, expected.ameChange);
  }
  const { landmark } = extra.figure8;
  const late = fitFigureEight(landmarkQuestion, 2);
  const lateGroup = new Group()
    .value('n', late.n, landmark.n)
    .value('events', late.events, landmark.events);
  for (const found of late.teams) {
    const key = found.team as keyof typeof landmark.ameWith;
    const inR = `team${found.team}` as keyof typeof landmark.with & keyof typeof landmark.without;
    lateGroup
      .value(`${found.team}, with`, found.oddsRatioWith.value, landmark.with[inR])
      .value(`${found.team}, without`, found.oddsRatioWithout.value, landmark.without[inR])
      .value(`${found.team}, effect with`, found.effectWith.effect, landmark.ameWith[key])
      .value(`${found.team}, effect without`, found.effectWithout.effect, landmark.ameWithout[key]);
  }
  // The reference file takes its landmark from the clients complete in the full model.
  const simple = only(
    logisticRegression(
      landmarkClients(completeClients()).table,
      jobStart([
        { kind: 'numeric', column: 'meetings_first_60_days' },
        { kind: 'numeric', column: 'age' },
        { kind: 'categorical', column: 'convicted', reference: 'No' },
      ]),
      { profile: false },
    ),
    'fitted',
  );
  const given = clientsExpected.landmark60;
  lateGroup
    .value('simple, n', simple.n, given.n)
    .value('simple, events', simple.events, given.events)
    .list(
      'simple, coefficient',
      simple.coefficients.map(({ estimate }) => estimate),
      Object.values(given.coefficients),
    )
    .list(
      'simple, error',
      simple.coefficients.map(({ standardError }) => standardError),
      // Those in clients.expected.json stop a step short: see make-regression-extra.R.
      Object.values(landmark.simpleStandardErrors),
    );
  return [
    figure.as('figureEight', REGRESSION),
    lateGroup.as('landmarkTable, figureEight', REGRESSION),
  ];
}
