import { describe, expect, test } from 'vitest';

import { chartKinds, measuresFor, questionOf, queryOf } from '#app/over-time/question.ts';
import type { SeriesMonth } from '#app/over-time/series.ts';
import { baselineMonths, teamChart } from '#app/over-time/team-chart.ts';
import { addMonths } from '#scoring/calendar/iso-month.ts';
import { individualsChart } from '#scoring/statistics/control-charts/control-chart.ts';
import {
  SEVEN_POINT_RULES,
  SIX_POINT_RULES,
} from '#scoring/statistics/control-charts/rule-sets.ts';

const [xmr] = chartKinds;

/** Months from January 2025 on; null is one without a value. */
function monthsOf(values: readonly (number | null)[]): SeriesMonth[] {
  return values.map((value, index) => ({
    month: addMonths('2025-01', index),
    value,
    counts: [],
    missing: value === null ? 'Not returned.' : null,
  }));
}

const baseline = (month: string, id = month) => ({ id, month, reason: `Since ${month}` });
const chartOf = (values: readonly (number | null)[], ...baselines: ReturnType<typeof baseline>[]) =>
  teamChart(monthsOf(values), baselines, { chart: xmr!, rules: SEVEN_POINT_RULES });

const upAndDown = Array.from({ length: 10 }, (_, index) => 5 + (index % 3));

describe('the chart of a team', () => {
  test('is made of the months that have a value, the others passed over', () => {
    const { points, chart } = chartOf([4, null, 5, 4, null, 6]);
    expect(points.map(({ month }) => month)).toEqual(['2025-01', '2025-03', '2025-04', '2025-06']);
    expect(chart.points.map(({ limits }) => limits?.mean)).toEqual(
      individualsChart([4, 5, 4, 6]).points.map(({ limits }) => limits?.mean),
    );
  });

  test('begins anew at the month of a baseline, or at the next one that has a value', () => {
    const { chart, begun } = chartOf(
      [...upAndDown, null, 9, 8],
      baseline('2025-05'),
      baseline('2025-11'),
    );
    expect(chart.phases.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [4, 10],
      [10, 12],
    ]);
    expect([...begun].map(([index, { month }]) => [index, month])).toEqual([
      [4, '2025-05'],
      [10, '2025-11'],
    ]);
    expect(chart.phases[1]?.rebase?.reason).toBe('Since 2025-05');
  });

  test('does not mind a baseline that has no month before it or after it', () => {
    const { chart, begun } = chartOf(
      upAndDown,
      baseline('2024-06'),
      baseline('2025-01'),
      baseline('2026-01'),
    );
    expect(chart.phases).toHaveLength(1);
    expect([...begun]).toEqual([]);
  });

  test('takes the later of two baselines that meet at one month', () => {
    const { begun } = chartOf([5, 6, null, null, 7, 6], baseline('2025-04'), baseline('2025-03'));
    expect([...begun].map(([index, { month }]) => [index, month])).toEqual([[2, '2025-04']]);
  });

  test('of shares weighs each month by its people', () => {
    const months = monthsOf([0.5, 0.2, 0.4]).map((month, index) => {
      const n = [10, 20, 30][index]!;
      return { ...month, people: { n, successes: Math.round(n * month.value!) } };
    });
    const p = chartKinds.find(({ key }) => key === 'p')!;
    const { chart } = teamChart(months, [], { chart: p, rules: SIX_POINT_RULES });
    // 5, 4 and 12 of 60.
    expect(chart.points[0]?.limits?.mean).toBeCloseTo(21 / 60, 12);
    expect(chart.method).toBe('p');
    expect(chart.ruleSet.key).toBe('six-point');
  });

  test('offers its months after the first for a new baseline, those with a value only', () => {
    expect(baselineMonths(monthsOf([null, 4, null, 5, 6]))).toEqual(['2025-04', '2025-05']);
    expect(baselineMonths(monthsOf([4]))).toEqual([]);
  });
});

describe('the question of an address', () => {
  const ask = (search: string, viewer: 'own-team' | 'others' = 'own-team') =>
    queryOf(questionOf(new URLSearchParams(search), measuresFor(viewer)));

  test('is strict contacts on an XmR chart by seven points where nothing is asked', () => {
    expect(ask('')).toBe('measure=contacts-strict&chart=xmr&rules=seven-point');
  });

  test('keeps what is on offer, and takes the first chart of another kind of measure', () => {
    const whole = 'measure=job-starts&chart=p-prime-screened&rules=six-point';
    expect(ask(whole)).toBe(whole);
    expect(ask('measure=job-starts&chart=xmr')).toBe(
      'measure=job-starts&chart=p&rules=seven-point',
    );
    expect(ask('measure=meetings&chart=p')).toBe('measure=meetings&chart=xmr&rules=seven-point');
    expect(ask('measure=hours&rules=five')).toBe(ask(''));
  });

  test('of others than the team never comes to job starts', () => {
    expect(ask('measure=job-starts', 'others')).toBe(ask(''));
    expect(measuresFor('others').map(({ key }) => key)).toEqual([
      'contacts-strict',
      'contacts-all-modes',
      'meetings',
    ]);
  });
});
