import {
  individualsChart,
  proportionChart,
} from '#scoring/statistics/control-charts/control-chart.ts';
import { individualsLimits } from '#scoring/statistics/control-charts/individuals-limits.ts';
import type { Limits } from '#scoring/statistics/control-charts/limits.ts';
import expected from '#test/reference/statistics/control-charts.expected.json' with { type: 'json' };
import weeklyExpected from '#test/reference/statistics/weekly-contacts.expected.json' with { type: 'json' };

import { weeklyContacts } from './reference-data.ts';
import { Group, only, type ReferenceGroup } from './reference-group.ts';

const CLOSED_FORM = 1e-10;

const linesOf = (limits: Limits | undefined): number[] =>
  limits === undefined ? [] : [limits.mean, limits.lower, limits.upper];

/** Control limits beside R's. */
export function controlChartGroups(): ReferenceGroup[] {
  const weeks = weeklyContacts();
  const individuals = new Group();
  for (const screened of [false, true]) {
    const { mean, lower, upper } = weeklyExpected.all[screened ? 'screened' : 'unscreened'];
    const all = only(individualsLimits(weeks, 1, screened), 'computed');
    individuals.list(`26 weeks, screened ${String(screened)}`, linesOf(all.limits[0]), [
      mean,
      lower,
      upper,
    ]);
    const { leap } = expected;
    const chart = individualsChart(leap.values, { screened });
    const ends = leap[screened ? 'screened' : 'unscreened'];
    const last = linesOf(chart.points.at(-1)?.limits);
    individuals.list(`a leap, screened ${String(screened)}`, last, [leap.mean, ...ends]);
  }
  const { mean, lower, upper } = weeklyExpected.first12.unscreened;
  const held = individualsChart(weeks).points.at(-1)?.limits;
  individuals.list('first 12 weeks', linesOf(held), [mean, lower, upper]);

  const { successes, n, ...limits } = expected.proportions;
  const data = successes.map((x, i) => ({ successes: x, n: n[i]! }));
  const proportions = new Group();
  for (const [name, lines, options] of [
    ['p', limits.p, {}],
    ['p-prime', limits.prime, { prime: true }],
    ['p-prime, screened', limits.primeScreened, { prime: true, screened: true }],
  ] as const) {
    const { points } = proportionChart(data, options);
    points.forEach((point, i) => {
      const wanted = [lines.mean, lines.lower[i]!, lines.upper[i]!];
      proportions.list(`${name}, point ${i + 1}`, linesOf(point.limits), wanted);
    });
  }
  return [
    individuals.as('individualsChart', CLOSED_FORM),
    proportions.as('proportionChart', CLOSED_FORM),
  ];
}
