import { cronbachAlpha } from '#scoring/statistics/agreement/cronbach-alpha.ts';
import { intraclassCorrelation } from '#scoring/statistics/agreement/intraclass-correlation.ts';
import { krippendorffAlpha } from '#scoring/statistics/agreement/krippendorff-alpha.ts';
import { ratingAgreement } from '#scoring/statistics/agreement/paired-ratings.ts';
import { weightedKappa } from '#scoring/statistics/agreement/weighted-kappa.ts';
import extra from '#test/reference/statistics/agreement-extra.expected.json' with { type: 'json' };
import expected from '#test/reference/statistics/agreement.expected.json' with { type: 'json' };

import { doubleRatings } from './reference-data.ts';
import { Group, only, type ReferenceGroup } from './reference-group.ts';

const CLOSED_FORM = 1e-10;
const POINTS = [1, 2, 3, 4, 5];

/** Agreement beside R. */
export function agreementGroups(): ReferenceGroup[] {
  const { first, second, reviews } = doubleRatings();
  const shares = only(ratingAgreement(first, second), 'computed');
  const kappa = new Group();
  for (const weights of ['none', 'linear', 'quadratic'] as const) {
    const found = only(weightedKappa(first, second, POINTS, weights), 'computed');
    kappa.named(weights, found, extra.kappa[weights]);
  }
  const quadratic = only(weightedKappa(first, second, POINTS), 'computed');
  const totals = expected.totalsA.map((total, i) => [total, expected.totalsB[i]!]);
  const { estimate, lower, upper } = expected.icc21Totals;
  const { table, at95, at80 } = extra.icc;
  const krippendorff = new Group();
  const units = extra.krippendorff.published.units.map((row) =>
    row.map((score) => score ?? undefined),
  );
  const pairs = first.slice(0, 100).map((score, i) => [score, second[i]!]);
  for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
    const published = only(krippendorffAlpha(units, metric), 'computed').value;
    const reviewers = only(krippendorffAlpha(pairs, metric), 'computed').value;
    krippendorff
      .value(`published, ${metric}`, published, extra.krippendorff.published.alpha[metric])
      .value(`reviews, ${metric}`, reviewers, extra.krippendorff.reviews[metric]);
  }
  const { itemDropped, table: items, ...alpha } = extra.cronbach;
  const own = only(cronbachAlpha(items), 'computed');
  return [
    new Group()
      .value('exact', shares.exact.value, expected.exactAgreement)
      .value('within one', shares.withinOne.value, expected.withinOne)
      .as('ratingAgreement', CLOSED_FORM),
    kappa
      .value('reviews', quadratic.value, expected.weightedKappaQuadratic)
      .as('weightedKappa', CLOSED_FORM),
    new Group()
      .named('totals', only(intraclassCorrelation(totals), 'computed'), {
        value: estimate,
        lower,
        upper,
      })
      .named('Shrout and Fleiss', only(intraclassCorrelation(table), 'computed'), at95)
      .named('at 80%', only(intraclassCorrelation(table, 0.8), 'computed'), at80)
      .as('intraclassCorrelation', CLOSED_FORM),
    krippendorff.as('krippendorffAlpha', CLOSED_FORM),
    new Group()
      .value(
        'reviewer A',
        only(cronbachAlpha(reviews), 'computed').value,
        expected.cronbachAlphaOfA,
      )
      .named('six items', own, alpha)
      .list(
        'item dropped',
        own.itemDropped.map((value) => value ?? NaN),
        itemDropped,
      )
      .as('cronbachAlpha', CLOSED_FORM),
  ];
}
