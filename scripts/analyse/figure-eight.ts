import {
  figureEight as figureEightOf,
  type FigureEight,
  type NoFigureEight,
} from '#scoring/relations/figure-eight.ts';
import { WrongUse } from './command/errors.ts';
import { levelOption, list, needed, numberOr, text, wholeFrom } from './command/options.ts';
import { defineSubject } from './command/subject.ts';
import { landmarkOptions, landmarkOf, landmarkPlans, withLandmark } from './landmark.ts';
import { interval, percent, shown } from './printing/in-words.ts';
import type { TextBlock } from './printing/text-block.ts';
import { anyText, wholeNumber, zeroOrOne } from './reading/cell-rules.ts';
import { readTable } from './reading/read-table.ts';
import { factorOptions, factorPlans, missingOption, missingRule, termsOf } from './term-options.ts';

const method =
  'Two logistic models on the same clients, with and without bands of meetings; a team’s class comes from the change in its average marginal effect against the reference, with a seeded bootstrap interval.';

/** Whether teams turn meetings into job starts more, less or about as effectively as a reference team. */
export const figureEight = defineSubject({
  name: 'figure-eight',
  summary:
    'Figure 8: odds ratios of teams with and without bands of meetings, and whether teams turn meetings into job starts more, less or about as effectively as the reference.',
  file: 'clients.csv',
  options: {
    outcome: needed(text('column', 'column of 0 and 1: the job start')),
    team: needed(text('column', 'the team; its reference is chosen with --reference')),
    bands: text('column', 'bands of meetings; needed but in the landmark variant'),
    terms: list('a,b,c', 'the other factors'),
    ...factorOptions,
    meetings: text('column', 'number of meetings, for the means beside the odds ratios'),
    ...landmarkOptions,
    missing: missingOption,
    seed: numberOr('1', wholeFrom(0), 1, 'seed of the bootstrap'),
    refits: numberOr('1000', wholeFrom(2), 1000, 'refits of the bootstrap'),
    level: levelOption,
  },
  analyse: async (path, values) => {
    const { outcome, team, terms, meetings, missing, seed, refits, level } = values;
    const landmark = landmarkOf(values);
    const bands = landmark?.bands ?? values.bands;
    if (bands === null) throw new WrongUse('--bands is needed: bands of meetings');
    const special = [outcome, team, bands];
    const twice = special.find((name) => terms.includes(name));
    if (twice !== undefined) throw new WrongUse(`${twice} must not be among --terms`);
    if (values.reference[team] === undefined) {
      throw new WrongUse(`--reference ${team}=… is needed: the team others are compared with`);
    }
    const plans = factorPlans([team, bands, ...terms], values);
    const table = await readTable(path, () => [
      { name: outcome, rule: zeroOrOne },
      { name: team, rule: anyText },
      ...plans.filter(({ name }) => name !== team && name !== landmark?.bands),
      ...(meetings === null ? [] : [{ name: meetings, rule: wholeNumber(0) }]),
      ...(landmark === null ? [] : landmarkPlans(landmark)),
    ]);
    const used = landmark === null ? null : withLandmark(table, landmark);
    const result = figureEightOf(
      used?.table ?? table.columns,
      {
        outcome,
        team: { kind: 'categorical', column: team, reference: values.reference[team] },
        bands: categorical(bands, values.reference[bands]),
        others: termsOf(terms, values, table),
        missing: missingRule(missing),
        ...(meetings === null ? {} : { meetings }),
      },
      { seed, refits, level },
    );
    return {
      table,
      method,
      result: { ...result, landmark: used?.counts ?? null },
      text: textOf(result),
    };
  },
});

function categorical(column: string, reference: string | undefined) {
  const kind = 'categorical' as const;
  return reference === undefined ? { kind, column } : { kind, column, reference };
}

function textOf(result: FigureEight | NoFigureEight): TextBlock[] {
  if (result.status !== 'fitted') return [`No result (${result.status}): ${result.reason}.`];
  const { reference, teams, cautions } = result;
  return [
    `Against ${reference.team}: ${reference.events} of ${reference.n} started (${percent(reference.rate)}).`,
    {
      heads: [
        'Team',
        'OR with bands',
        'OR without',
        'Meetings',
        'Change in effect',
        'Interval',
        'Class',
      ],
      rows: teams.map((team) => [
        team.team,
        shown(team.oddsRatioWith.value, 2),
        shown(team.oddsRatioWithout.value, 2),
        shown(team.meanMeetings, 1),
        shown(team.change.value),
        interval(team.change),
        team.class,
      ]),
    },
    ...cautions,
  ];
}
