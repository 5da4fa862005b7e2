import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import {
  controlChartGeometry,
  type ControlChartInput,
  type DrawnPoint,
} from '#app/components/charts/control-chart-geometry.ts';
import { ControlChartPlot } from '#app/components/charts/control-chart.tsx';

const limits = { mean: 5, lower: 2, upper: 8 };
const point = (step: number, value: number, facts: Partial<DrawnPoint> = {}): DrawnPoint => ({
  step,
  value,
  limits,
  mark: 'none',
  isBaseline: step < 3,
  ...facts,
});

/** Ten months; the fifth has no value, a new phase begins at the eighth. */
const input: ControlChartInput = {
  steps: Array.from({ length: 10 }, (_, index) => `Month ${index}`),
  points: [
    point(0, 5),
    point(1, 4),
    point(2, 6),
    point(3, 9, { mark: 'beyond' }),
    point(5, 7, { mark: 'pattern' }),
    point(6, 7, { mark: 'pattern' }),
    point(7, 2, { border: '1', isBaseline: true, limits: { mean: 3, lower: 1, upper: 4 } }),
    point(8, 3, { isBaseline: true, limits: { mean: 3, lower: 0, upper: 5 } }),
  ],
  y: { title: 'Contacts a week', domain: [0, 10] },
};

const parts = (path: string) => path.split('M').length - 1;

describe('a control chart', () => {
  const geometry = controlChartGeometry(input);
  const { plot } = geometry;
  const y = (value: number) => plot.bottom - (value / 10) * (plot.bottom - plot.top);
  const x = (step: number) => plot.left + ((step + 0.5) / 10) * (plot.right - plot.left);
  const expectNear = (path: string, expected: readonly number[]) => {
    const numbers = [...path.matchAll(/[\d.]+/g)].map(Number);
    expect(numbers).toHaveLength(expected.length);
    for (const [index, value] of expected.entries()) expect(numbers[index]).toBeCloseTo(value, 0);
  };

  test('has a shape of its own for a month beyond a limit, in another signal, and in none', () => {
    expect(parts(geometry.plain)).toBe(5);
    expect(parts(geometry.pattern)).toBe(2);
    expect(parts(geometry.beyond)).toBe(1);
    expect(geometry.beyond).toMatch(/z$/);
    expect(geometry.plain).toMatch(/h0$/);
  });

  test('joins neighbouring months only: one without a value leaves a gap', () => {
    expect(parts(geometry.trace)).toBe(2);
    expect(geometry.trace.split('M')[1]?.match(/L/g)).toHaveLength(3);
  });

  test('holds the mean over each phase, from half a month before its first to half after its last', () => {
    const [first = '', second = ''] = geometry.mean.split('M').slice(1);
    expectNear(first.slice(0, first.indexOf('H')), [x(-0.5), y(5)]);
    expect(Number(/H([\d.]+)$/.exec(first)?.[1])).toBeCloseTo(x(6.5), 0);
    expectNear(second.slice(0, second.indexOf('H')), [x(6.5), y(3)]);
    expect(Number(/H([\d.]+)$/.exec(second)?.[1])).toBeCloseTo(x(8.5), 0);
  });

  test('steps from limit to limit half way between two months', () => {
    const upper = geometry.limits.split('M')[4] ?? '';
    expectNear(upper, [x(6.5), y(4), x(7.5), y(5), x(8.5)]);
  });

  test('marks each baseline behind its months', () => {
    const [first = '', second = ''] = geometry.baseline.split('M').slice(1);
    expectNear(first, [x(-0.5), plot.top, x(2.5), plot.bottom, x(-0.5)]);
    expectNear(second, [x(6.5), plot.top, x(8.5), plot.bottom, x(6.5)]);
  });

  test('names the border of a new phase above the plot', () => {
    const [border] = geometry.borders;
    expect(border).toMatchObject({ label: '1' });
    expect(border?.x).toBeCloseTo(x(6.5), 0);
    expect(border?.y).toBeLessThan(plot.top);
  });

  test('names at most four months along the axis, evenly', () => {
    expect(geometry.xTicks.map(({ label }) => label)).toEqual([
      'Month 0',
      'Month 3',
      'Month 6',
      'Month 9',
    ]);
    for (const length of [1, 5, 24, 37, 130, 600]) {
      const steps = Array.from({ length }, (_, index) => `Month ${index}`);
      const { xTicks } = controlChartGeometry({ ...input, steps });
      expect(xTicks.length).toBeGreaterThan(0);
      expect(xTicks.length).toBeLessThanOrEqual(4);
    }
  });

  test('has the axis begin at nought', () => {
    const { yTicks } = controlChartGeometry({
      ...input,
      points: [point(0, 6), point(1, 7)],
      y: { title: 'Contacts a week' },
    });
    expect(yTicks[0]).toEqual({ position: plot.bottom, label: '0' });
  });

  test('says what its shapes mean, and only of those that are there', () => {
    const html = renderToStaticMarkup(
      <ControlChartPlot
        id="c"
        title="Contacts by month"
        description="Eight months."
        xTitle="Month"
        {...input}
      />,
    );
    expect(html).toContain('<title id="c-title">Contacts by month</title>');
    expect(html).toContain('<desc id="c-desc">Eight months.</desc>');
    for (const words of [
      'Mean',
      'Limits',
      'Baseline',
      'Beyond a limit',
      'Part of another signal',
    ]) {
      expect(html).toContain(` ${words}</li>`);
    }
    const bare = renderToStaticMarkup(
      <ControlChartPlot
        id="c"
        title="Contacts by month"
        description="One month."
        xTitle="Month"
        {...input}
        points={[point(0, 5, { limits: undefined, isBaseline: false })]}
      />,
    );
    expect(bare.match(/<li>/g)).toHaveLength(1);
    expect(bare).not.toContain('gt-chart__band');
  });
});
