import { adjustedRates, type AdjustedRates } from '#scoring/relations/adjusted-rates.ts';
import { caseMix, type CaseMix, type NoCaseMix } from '#scoring/relations/case-mix.ts';
import type { ModelSpec } from '#scoring/statistics/model-frame.ts';
import type { NoRandomInterceptFit } from '#scoring/statistics/random-intercept.ts';
import { WrongUse } from './command/errors.ts';
import type { ValuesOf } from './command/options.ts';
import type { Analysis } from './command/subject.ts';
import { interval, percent, percentInterval, shown } from './printing/in-words.ts';
import type { TextBlock } from './printing/text-block.ts';
import { anyText, zeroOrOne } from './reading/cell-rules.ts';
import { readTable, type ReadTable } from './reading/read-table.ts';
import {
  factorPlans,
  missingRule,
  termsOf,
  type factorOptions,
  type missingOption,
} from './term-options.ts';

const method =
  'Case mix: job entries over what a logistic model of the clients, without the team, leads to expect, with funnel limits of the ratio; the standardised rate is that ratio times the rate of all, held at 100%; adjusted rates from a random intercept per team where a seed is given.';

interface Question extends ValuesOf<typeof factorOptions> {
  readonly missing: ReturnType<(typeof missingOption)['read']>;
  readonly outcome: string;
  readonly team: string;
  readonly terms: readonly string[];
  readonly seed: number | null;
}

/** Job entries of each team against what its clients lead to expect. */
export async function caseMixFunnel(path: string, question: Question): Promise<Analysis> {
  const { outcome, team, terms, seed } = question;
  for (const column of [outcome, team]) {
    if (terms.includes(column)) throw new WrongUse(`${column} must not be among --terms`);
  }
  const table = await readTable(path, () => [
    { name: outcome, rule: zeroOrOne },
    { name: team, rule: anyText },
    ...factorPlans(terms, question),
  ]);
  const spec = {
    outcome,
    terms: termsOf(terms, question, table),
    missing: missingRule(question.missing),
  };
  const mix = caseMix(table.columns, { ...spec, team });
  const rates = seed === null ? null : adjustedOf(table, { ...spec, groups: team }, seed);
  return {
    table,
    method,
    result: {
      status: mix.status,
      unit: 'clients',
      rates: null,
      ratios: null,
      caseMix: mix,
      adjustedRates: rates,
    },
    text: textOf(mix, rates),
  };
}

/** The values that the model has row by row are left out: they are as long as the file. */
function adjustedOf(table: ReadTable, spec: ModelSpec, seed: number) {
  const rates = adjustedRates(table.columns, spec, { seed });
  if (rates.status !== 'computed') return rates;
  const { fixedLogOdds, rows, ...model } = rates.model;
  return { ...rates, model };
}

function textOf(
  mix: CaseMix | NoCaseMix,
  adjusted: Pick<AdjustedRates, 'status' | 'teams'> | NoRandomInterceptFit | null,
): TextBlock[] {
  if (mix.status !== 'computed') return [`No result (${mix.status}): ${mix.reason}.`];
  return [
    {
      heads: [
        'Team',
        'Clients',
        'Observed',
        'Expected',
        'Ratio',
        '95% limits',
        'Where',
        'Standardised',
      ],
      rows: mix.teams.map((team) => [
        team.team,
        String(team.n),
        String(team.observed),
        shown(team.expected, 1),
        shown(team.ratio, 2),
        interval(team.limits95, 2),
        team.position,
        percent(team.standardisedRate),
      ]),
    },
    ...(adjusted === null ? [] : [adjustedText(adjusted)]),
  ];
}

function adjustedText(
  adjusted: Pick<AdjustedRates, 'status' | 'teams'> | NoRandomInterceptFit,
): TextBlock {
  if (adjusted.status !== 'computed') {
    return `No adjusted rates (${adjusted.status}): ${adjusted.reason}.`;
  }
  return {
    heads: ['Team', 'Adjusted', '95% interval', 'Place'],
    rows: adjusted.teams.map(({ team, adjustedRate, adjustedInterval, rank }) => [
      team,
      percent(adjustedRate),
      percentInterval(adjustedInterval),
      rank === null ? '–' : `${rank.lower} to ${rank.upper}`,
    ]),
  };
}
