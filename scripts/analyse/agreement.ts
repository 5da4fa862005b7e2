import { cronbachAlpha } from '#scoring/statistics/agreement/cronbach-alpha.ts';
import { intraclassCorrelation } from '#scoring/statistics/agreement/intraclass-correlation.ts';
import { krippendorffAlpha } from '#scoring/statistics/agreement/krippendorff-alpha.ts';
import { ratingAgreement } from '#scoring/statistics/agreement/paired-ratings.ts';
import { weightedKappa } from '#scoring/statistics/agreement/weighted-kappa.ts';
import { levelOption, numberOr, textOr, wholeFrom } from './command/options.ts';
import { WrongUse } from './command/errors.ts';
import { defineSubject } from './command/subject.ts';
import { interval, percent, percentInterval, shown } from './printing/in-words.ts';
import type { TextBlock } from './printing/text-block.ts';
import { readTable } from './reading/read-table.ts';
import { anyText, wholeNumber } from './reading/cell-rules.ts';
import { scoredReviews, type ScoredReviews } from './scored-reviews.ts';

const method =
  'Shares of equal scores with Wilson’s intervals; quadratic weighted kappa; ICC(2,1) of totals of reviews scored in full; Krippendorff’s ordinal alpha; Cronbach’s alpha of each reviewer’s scores.';

/** How far two reviewers agree, item by item. */
export const agreement = defineSubject({
  name: 'agreement',
  summary: 'Agreement of two reviewers who scored the same items of the same reviews.',
  file: 'scores.csv',
  options: {
    review: textOr('column', 'review', 'the review'),
    item: textOr('column', 'item', 'the item'),
    first: textOr('column', 'reviewer_a', 'scores of the first reviewer'),
    second: textOr('column', 'reviewer_b', 'scores of the second reviewer'),
    lowest: numberOr('1', wholeFrom(0), 1, 'lowest score that can be given'),
    highest: numberOr('5', wholeFrom(1), 5, 'highest score that can be given'),
    level: levelOption,
  },
  analyse: async (path, { review, item, first, second, lowest, highest, level }) => {
    if (highest <= lowest) throw new WrongUse('--highest must be above --lowest');
    const score = wholeNumber(lowest, highest);
    const table = await readTable(path, () => [
      { name: review, rule: anyText },
      { name: item, rule: anyText },
      { name: first, rule: score },
      { name: second, rule: score },
    ]);
    const reviews = scoredReviews(table, { review, item, reviewers: [first, second] });
    const result = resultsOf(reviews, { lowest, highest, level });
    return { table, method, result, text: textOf(result) };
  },
});

interface Scale {
  readonly lowest: number;
  readonly highest: number;
  readonly level: number;
}

function resultsOf(reviews: ScoredReviews, { lowest, highest, level }: Scale) {
  const { pairs, ratings, totals, tables, items } = reviews;
  const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const categories = Array.from({ length: highest - lowest + 1 }, (_, k) => lowest + k);
  const ratingsAgreement = ratingAgreement(first, second, level);
  return {
    status: ratingsAgreement.status,
    counts: reviews.counts,
    ratings: ratingsAgreement,
    kappa: weightedKappa(first, second, categories, 'quadratic', level),
    totals: intraclassCorrelation(totals, level),
    krippendorff: krippendorffAlpha(ratings, 'ordinal'),
    alpha: tables.map(({ reviewer, scores }) => {
      const found = cronbachAlpha(scores, level);
      if (found.status !== 'computed') return { reviewer, ...found };
      const dropped = found.itemDropped.map((value, k) => ({ item: items[k], alpha: value }));
      return { reviewer, ...found, itemDropped: dropped };
    }),
  };
}

function textOf(result: ReturnType<typeof resultsOf>): TextBlock[] {
  const { ratings, kappa, totals, krippendorff, alpha } = result;
  if (ratings.status !== 'computed') return [`No result (${ratings.status}): ${ratings.reason}.`];
  const { exact, withinOne } = ratings;
  const noValue = ({ reason }: { readonly reason: string }) => [reason, ''];
  return [
    {
      heads: ['Measure', 'Value', 'Interval'],
      rows: [
        ['Same score', percent(exact.value), percentInterval(exact)],
        ['Within one point', percent(withinOne.value), percentInterval(withinOne)],
        ['Weighted kappa', ...(kappa.status === 'computed' ? estimate(kappa) : noValue(kappa))],
        ['ICC of totals', ...(totals.status === 'computed' ? estimate(totals) : noValue(totals))],
        [
          'Krippendorff’s alpha',
          ...(krippendorff.status === 'computed'
            ? [shown(krippendorff.value), '']
            : noValue(krippendorff)),
        ],
        ...alpha.map((each) => [
          `Cronbach’s alpha, ${each.reviewer}`,
          ...(each.status === 'computed' ? estimate(each) : noValue(each)),
        ]),
      ],
    },
  ];
}

function estimate(found: {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}) {
  return [shown(found.value), interval(found)];
}
