import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  individualsChart,
  proportionChart,
  type ControlChart,
} from '#scoring/statistics/control-charts/control-chart.ts';
import {
  RULE_SETS,
  SEVEN_POINT_RULES,
  SIX_POINT_RULES,
  type RuleKey,
} from '#scoring/statistics/control-charts/rule-sets.ts';
import expected from '#test/reference/statistics/control-charts.expected.json' with { type: 'json' };

/** Points that a rule marks, counted from 1 as in R. */
function marked(chart: ControlChart, rule: RuleKey): number[] {
  const points = chart.signals.filter((signal) => signal.rule === rule).flatMap((s) => s.points);
  return [...new Set(points)].map((i) => i + 1).sort((a, b) => a - b);
}

/** A baseline of mean 10 and limits 2.02 and 17.98, with points after it. */
const BASELINE = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 8.5 : 11.5));
const after = (...values: number[]): ControlChart => individualsChart([...BASELINE, ...values]);
const rulesOf = (chart: ControlChart): string[] =>
  chart.signals.map(({ rule, direction }) => `${rule} ${direction}`);

describe('signals', () => {
  it.each(expected.series.map((series, i) => [i + 1, series] as const))(
    'are those that R finds window by window, series %i',
    (_, { values, seven, six }) => {
      for (const [ruleSet, wanted] of [
        [SEVEN_POINT_RULES, seven],
        [SIX_POINT_RULES, six],
      ] as const) {
        const chart = individualsChart(values, { ruleSet });
        for (const { key } of ruleSet.rules) expect(marked(chart, key)).toEqual(wanted[key]);
      }
    },
  );

  it('beyond a limit are beyond it, not on it', () => {
    expect(rulesOf(after(10 + 2.66 * 3))).toEqual([]);
    expect(rulesOf(after(18))).toEqual(['beyond-limits up']);
    expect(rulesOf(after(2))).toEqual(['beyond-limits down']);
  });

  it('count points beyond three sigma among two of three', () => {
    const chart = after(18, 10, 16);
    expect(rulesOf(chart)).toEqual(['beyond-limits up', 'two-of-three up']);
    expect(marked(chart, 'two-of-three')).toEqual([13, 15]);
  });

  it('end a run on one side at the mean, and take seven or six points', () => {
    expect(rulesOf(after(11, 12, 11, 12, 10, 11, 12))).toEqual([]);
    // The last point of the baseline lies above the mean too.
    const values = [...BASELINE, 11, 12, 11, 12, 11];
    expect(individualsChart(values).signals).toEqual([]);
    const six = individualsChart(values, { ruleSet: SIX_POINT_RULES });
    expect(six.signals).toEqual([
      { rule: 'one-side', direction: 'up', points: [11, 12, 13, 14, 15, 16] },
    ]);
  });

  it('pass over equal values in a trend: they neither add nor break', () => {
    const trend = (...values: number[]) => marked(after(...values), 'trend');
    expect(trend(9, 9.5, 10, 10, 10.5, 11, 12, 13)).toEqual([13, 14, 15, 17, 18, 19, 20]);
    expect(trend(9, 9.5, 10, 10, 10.5, 11, 12)).toEqual([]);
    expect(trend(9, 9.5, 10, 9.9, 10.5, 11, 12, 13)).toEqual([]);
  });

  it('do not mind the unit', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.1, 3, 1e6), (list, unit) => {
        const plain = individualsChart(list);
        const scaled = individualsChart(list.map((value) => value * unit + 7));
        expect(scaled.signals).toEqual(plain.signals);
      }),
    );
  });
});

describe('phases', () => {
  it('hold the limits of the first twelve points', () => {
    const chart = after(100, 0, 50);
    expect(chart.phases).toMatchObject([{ from: 0, to: 15, status: 'final', baseline: 12 }]);
    expect(chart.points[14]!.limits).toEqual(chart.points[0]!.limits);
    expect(chart.warnings).toEqual([]);
  });

  it('do not promise further points to a phase that a new baseline has ended', () => {
    const rebases = [{ from: 3, by: 'A', reason: 'B' }];
    const { phases } = individualsChart([1, 3, 2, 5, 6], { rebases });
    expect(phases.map(({ warning }) => warning)).toEqual([
      'Trial limits from 3 points: a whole baseline has 12.',
      'Trial limits from 2 points: they will change until there are 12.',
    ]);
  });

  it('have trial limits under twelve points, and say so', () => {
    const chart = individualsChart([3, 5, 4]);
    expect(chart.phases[0]).toMatchObject({ status: 'trial', baseline: 3 });
    expect(chart.warnings).toEqual([
      'Trial limits from 3 points: they will change until there are 12.',
    ]);
    expect(chart.points[0]!.limits).toBeDefined();
  });

  it('begin anew where a person says so, and no run crosses the border', () => {
    const rebase = { from: 12, by: 'A. Leader', reason: 'second specialist began' };
    const values = [...BASELINE, ...BASELINE.map((value) => value + 20), 30];
    const without = individualsChart(values);
    expect(marked(without, 'beyond-limits')).toHaveLength(13);
    const chart = individualsChart(values, { rebases: [rebase] });
    expect(chart.signals).toEqual([]);
    expect(chart.phases).toMatchObject([
      { from: 0, to: 12, rebase: undefined },
      { from: 12, to: 25, status: 'final', rebase },
    ]);
    expect(chart.points[24]!.limits!.mean).toBe(30);
  });

  it('number the points of a later phase from the start of the chart', () => {
    const rebase = { from: 12, by: 'A. Leader', reason: 'new service' };
    const chart = individualsChart([...BASELINE, ...BASELINE, 90], { rebases: [rebase] });
    expect(chart.signals).toEqual([{ rule: 'beyond-limits', direction: 'up', points: [24] }]);
  });

  it('have no limits without variation, for one point or for none', () => {
    const flat = individualsChart([4, 4, 4, 9]);
    expect(flat.phases[0]!.status).toBe('trial');
    const constant = individualsChart(new Array<number>(13).fill(4));
    expect(constant.phases[0]!.status).toBe('constant');
    expect(constant.points[0]!.limits).toBeUndefined();
    expect(constant.warnings).toEqual(['No limits: every value of the baseline is the same.']);
    expect(individualsChart([4]).phases[0]!.status).toBe('too-few');
    expect(individualsChart([])).toMatchObject({ n: 0, phases: [], points: [], signals: [] });
  });

  it.each([
    [{ from: 0, by: 'x', reason: 'y' }, 'rebases must begin at rising points after the first'],
    [{ from: 3, by: 'x', reason: 'y' }, 'rebases must begin at rising points after the first'],
    [{ from: 1, by: ' ', reason: 'y' }, 'a rebase needs a person and a reason'],
    [{ from: 1, by: 'x', reason: '' }, 'a rebase needs a person and a reason'],
  ])('refuse %j', (rebase, message) => {
    expect(() => individualsChart([1, 2, 3], { rebases: [rebase] })).toThrow(
      new RangeError(`individualsChart: ${message}`),
    );
  });
});

describe('proportionChart', () => {
  const points = fc.array(
    fc
      .integer({ min: 1, max: 300 })
      .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) })),
    { minLength: 1, maxLength: 30 },
  );

  it('keeps limits around the mean, within 0 and 1', () => {
    fc.assert(
      fc.property(points, fc.boolean(), (data, prime) => {
        for (const { value, limits } of proportionChart(data, { prime }).points) {
          expect(value).toBeGreaterThanOrEqual(0);
          if (limits === undefined) continue;
          expect(limits.lower).toBeGreaterThanOrEqual(0);
          expect(limits.lower).toBeLessThanOrEqual(limits.mean);
          expect(limits.upper).toBeGreaterThanOrEqual(limits.mean);
          expect(limits.upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('judges two sigma by the spread, not by a limit that is held to 1', () => {
    // 90% of 10: sigma is 0.095, so the upper limit is held to 1 and two sigma lies beyond it.
    const data = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10].map((successes) => ({
      successes,
      n: 10,
    }));
    const chart = proportionChart(data);
    expect(chart.points[0]!.limits!.upper).toBe(1);
    expect(chart.signals).toEqual([]);
  });

  it('has no limits for 0 of n or n of n throughout', () => {
    const none = proportionChart([
      { successes: 0, n: 9 },
      { successes: 0, n: 20 },
    ]);
    expect(none.warnings).toEqual(['No limits: nobody in the baseline has the outcome.']);
    const all = proportionChart([{ successes: 9, n: 9 }]);
    expect(all.phases[0]!.status).toBe('constant');
  });

  it('refuses impossible counts', () => {
    expect(() => proportionChart([{ successes: 3, n: 2 }])).toThrow(RangeError);
    expect(() => proportionChart([{ successes: 0, n: 0 }])).toThrow(
      new RangeError('proportionLimits: n must be a whole number of at least 1'),
    );
  });
});

describe('rule sets', () => {
  it('give every rule words, with the number of points in them', () => {
    expect(RULE_SETS.map(({ runLength }) => runLength)).toEqual([7, 6]);
    for (const { rules, name } of RULE_SETS) {
      expect(rules).toHaveLength(4);
      const number = name.split('-')[0]!;
      expect(rules.filter(({ words }) => words.startsWith(number))).toHaveLength(2);
    }
  });
});
