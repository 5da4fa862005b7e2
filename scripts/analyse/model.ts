import { logisticRegression } from '#scoring/statistics/logistic-regression.ts';
import type { LogisticRegression } from '#scoring/statistics/logistic-result.ts';
import { WrongUse } from './command/errors.ts';
import { flag, levelOption, list, listOrAll, needed, text } from './command/options.ts';
import { defineSubject } from './command/subject.ts';
import { interval, percent, pValue, shown } from './printing/in-words.ts';
import type { TextBlock } from './printing/text-block.ts';
import { anyNumber, anyText, zeroOrMore, zeroOrOne } from './reading/cell-rules.ts';
import { readTable } from './reading/read-table.ts';
import { factorOptions, factorPlans, missingOption, missingRule, termsOf } from './term-options.ts';

const method =
  'Logistic regression by maximum likelihood, by Firth’s penalised likelihood where outcomes are separated or --firth asks for it; Wald intervals, profile intervals with --profile.';

/** Logistic regression of a yes or no on the columns of a file. */
export const model = defineSubject({
  name: 'model',
  summary: 'Logistic regression: how the odds of an outcome go with factors, all else equal.',
  file: 'clients.csv',
  options: {
    outcome: needed(text('column', 'column of 0 and 1')),
    terms: needed(list('a,b,c', 'factors, columns of numbers or of categories')),
    ...factorOptions,
    weights: text('column', 'how many clients a row stands for'),
    offset: text('column', 'a known part of the log odds'),
    cluster: text('column', 'clusters (teams) for robust errors'),
    firth: flag('use Firth’s penalised likelihood'),
    profile: listOrAll(
      'a,b',
      'profile intervals of every coefficient, or of those of some columns',
    ),
    effects: flag('average marginal effects'),
    byRow: flag('fitted chance and leverage of each row'),
    missing: missingOption,
    level: levelOption,
  },
  analyse: async (path, values) => {
    const { outcome, terms, weights, offset, cluster, firth, profile, level } = values;
    if (terms.includes(outcome)) throw new WrongUse(`${outcome} is the outcome, and no term`);
    const table = await readTable(path, () => [
      { name: outcome, rule: zeroOrOne },
      ...factorPlans(terms, values),
      ...(weights === null ? [] : [{ name: weights, rule: zeroOrMore }]),
      ...(offset === null ? [] : [{ name: offset, rule: anyNumber }]),
      ...(cluster === null ? [] : [{ name: cluster, rule: anyText }]),
    ]);
    const result = logisticRegression(
      table.columns,
      {
        outcome,
        terms: termsOf(terms, values, table),
        missing: missingRule(values.missing),
        ...(weights === null ? {} : { weights }),
        ...(offset === null ? {} : { offset }),
      },
      {
        method: firth ? 'firth' : 'firth-if-separated',
        level,
        profile,
        marginalEffects: values.effects,
        byRow: values.byRow,
        ...(cluster === null ? {} : { cluster }),
      },
    );
    return { table, method, result, warnings: warningsOf(result, profile), text: textOf(result) };
  },
});

function warningsOf(result: LogisticRegression, profile: boolean | readonly string[]): string[] {
  const isFirth = result.status === 'fitted' && result.method === 'firth';
  return isFirth && profile === false
    ? ['Wald’s intervals are poor where outcomes are separated: ask for --profile']
    : [];
}

function textOf(result: LogisticRegression): TextBlock[] {
  if (result.status !== 'fitted') return [`No result (${result.status}): ${result.reason}.`];
  const { n, events, coefficients, exclusions } = result;
  return [
    `${events} of ${n} have the outcome (${percent(events / n)}); ${exclusions.rowsUsed} of ${exclusions.rowsGiven} rows used.`,
    {
      heads: ['Coefficient', 'Odds ratio', 'Interval', 'p', 'n', 'Events'],
      rows: coefficients.map((row) => [
        row.reference === null ? row.name : `${row.name} (against ${row.reference})`,
        shown(row.oddsRatio),
        interval(row.oddsRatioInterval),
        pValue(row.p),
        String(row.n),
        String(row.events),
      ]),
    },
  ];
}
