import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { funnelGeometry, type FunnelInput } from '#app/components/charts/funnel-geometry.ts';
import { FunnelPlot } from '#app/components/charts/funnel-plot.tsx';
import { funnelLimits } from '#scoring/relations/funnel.ts';

const sizes = [20, 40, 60, 80, 100];
const curve = (key: 'limits95' | 'limits998') =>
  sizes.map((x) => {
    const { lower, upper } = funnelLimits(0.3, x)[key];
    return { x, low: lower, high: upper };
  });

const input: FunnelInput = {
  points: [
    { x: 40, y: 0.3, isOutside: false },
    { x: 80, y: 0.35, isOutside: false },
    { x: 60, y: 0.5, isOutside: true },
    { x: 100, y: 0.25, isOutside: false, label: 'Your team' },
  ],
  x: { title: 'Clients' },
  y: { title: 'Rate', format: 'percent' },
  target: 0.3,
  inner: curve('limits95'),
  outer: curve('limits998'),
};

/** The numbers of a path, in pairs. */
const positionsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('a funnel', () => {
  test('has a shape for teams inside, another for those outside, a third for one’s own', () => {
    const { inside, outside, own } = funnelGeometry(input);
    expect(positionsOf(inside)).toHaveLength(2);
    expect(outside.split('M')).toHaveLength(2);
    expect(own.map(({ label }) => label)).toEqual(['Your team']);
  });

  test('puts sizes from 0 along, and rates from 0 up', () => {
    const { plot, xTicks, yTicks, inside, target } = funnelGeometry(input);
    expect(xTicks[0]).toEqual({ position: plot.left, label: '0' });
    expect(xTicks.at(-1)).toEqual({ position: plot.right, label: '100' });
    expect(yTicks[0]).toEqual({ position: plot.bottom, label: '0%' });
    // 40 of 100 clients along, and 30% on the line of the target.
    const [first] = positionsOf(inside);
    expect(first?.[0]).toBeCloseTo(plot.left + 0.4 * (plot.right - plot.left), 0);
    expect(target).toBe(`M${plot.left} ${first?.[1]}H${plot.right}`);
  });

  test('has limits that narrow to the right, the outer outside the inner', () => {
    const geometry = funnelGeometry(input);
    const spans = [geometry.inner, geometry.outer].map((path) => {
      const [low = '', high = ''] = path.split('M').filter(Boolean);
      const [down, up] = [positionsOf(`M${low}`), positionsOf(`M${high}`)];
      return up.slice(-3).map((at, i) => (down.slice(-3)[i]?.[1] ?? 0) - (at[1] ?? 0));
    });
    const [inner = [], outer = []] = spans;
    expect(inner).toEqual(inner.toSorted((a, b) => b - a));
    for (const [index, span] of inner.entries()) expect(outer[index]).toBeGreaterThan(span);
  });

  test('draws a limit only where it is on the axes, and a band to their edges', () => {
    const domain = { ...input.y, domain: [0.2, 0.4] as const };
    const { inner, band, plot } = funnelGeometry({ ...input, y: domain, band: input.outer });
    for (const [, y = 0] of positionsOf(inner)) {
      expect(y).toBeGreaterThanOrEqual(plot.top);
      expect(y).toBeLessThanOrEqual(plot.bottom);
    }
    expect(positionsOf(inner).length).toBeLessThan(2 * sizes.length);
    expect(positionsOf(band).some(([, y]) => y === plot.top)).toBe(true);
  });

  test('names its shapes and lines in a key, and says when there is nothing to draw', () => {
    const words = { id: 'f', title: 'Title', description: 'Words', targetText: 'Rate of all' };
    const html = renderToStaticMarkup(<FunnelPlot {...words} {...input} />);
    for (const text of ['Team outside them', 'Your team', 'Rate of all', '99.8% limits']) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain('if teams differ');
    const wide = renderToStaticMarkup(<FunnelPlot {...words} {...input} band={input.outer} />);
    expect(wide).toContain('if teams differ as much as they seem to');
    const empty = renderToStaticMarkup(<FunnelPlot {...words} {...input} points={[]} />);
    expect(empty).toContain('There are no figures to draw yet.');
    expect(empty).not.toContain('<svg');
  });
});
