import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { dotPlotGeometry } from '#app/components/charts/dot-plot-geometry.ts';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { oddsRatioGeometry } from '#app/components/charts/odds-ratio-geometry.ts';
import { OddsRatioPlot } from '#app/components/charts/odds-ratio-plot.tsx';
import {
  horizontalInterval,
  intervalOnAxis,
  verticalInterval,
} from '#app/components/charts/paths.ts';
import {
  axisDomain,
  formatValue,
  linearScale,
  linearTicks,
  logScale,
  ratioDomain,
  ratioTicks,
} from '#app/components/charts/scale.ts';
import { scatterGeometry } from '#app/components/charts/scatter-geometry.ts';
import { ScatterPlot } from '#app/components/charts/scatter-plot.tsx';
import { wrapWords } from '#app/components/charts/wrap-words.ts';

const score = { title: 'Fidelity score (25 to 125)', domain: [25, 125] as const };
const rate = { title: 'Job entry rate', format: 'percent' as const, domain: [0, 1] as const };
const count = (html: string, element: string) => html.split(`<${element}`).length - 1;

describe('axes', () => {
  test('a rate starts at nought and ends at 100% at most', () => {
    expect(axisDomain([0.31, 0.44], { title: '', format: 'percent' })).toEqual([0, 0.5]);
    expect(axisDomain([0.8, 0.97], { title: '', format: 'percent' })).toEqual([0, 1]);
  });

  test('no figures give 0 to 1, one figure gets room on both sides', () => {
    expect(axisDomain([], { title: '' })).toEqual([0, 1]);
    const [low, high] = axisDomain([100], { title: '' });
    expect(low).toBeLessThan(100);
    expect(high).toBeGreaterThan(100);
  });

  test('a given span is kept whatever the figures', () => {
    expect(axisDomain([200], score)).toEqual([25, 125]);
  });

  test('figures that are no numbers do not spoil the span', () => {
    expect(axisDomain([NaN, 0, 10], { title: '' })).toEqual([0, 10]);
  });

  test('percentages and numbers are printed as finely as the step', () => {
    expect(formatValue(0.4, 'percent', 0.1)).toBe('40%');
    expect(formatValue(0.425, 'percent', 0.005)).toBe('42.5%');
    expect(formatValue(1234, 'number', 100)).toBe('1,234');
    expect(formatValue(1.5, 'number', 0.5)).toBe('1.5');
  });

  test('ticks lie where the axis says', () => {
    const ticks = linearTicks(linearScale([0, 1], [0, 200]), 5, 'percent');
    expect(ticks.map((tick) => tick.label)).toEqual(['0%', '20%', '40%', '60%', '80%', '100%']);
    expect(ticks.map((tick) => tick.position)).toEqual([0, 40, 80, 120, 160, 200]);
  });

  test('an odds ratio axis always holds 1 and never goes beyond 1/20 and 20', () => {
    expect(ratioDomain([])).toEqual([0.5, 2]);
    expect(ratioDomain([1.05, 2.3])).toEqual([0.5, 5]);
    expect(ratioDomain([0.001, 400])).toEqual([0.05, 20]);
  });

  test('half and double lie equally far from 1', () => {
    const scale = logScale([0.5, 2], [0, 100]);
    expect(scale(1)).toBeCloseTo(50, 10);
    expect(ratioTicks(scale).map((tick) => tick.label)).toEqual(['0.5', '1', '2']);
  });
});

describe('intervals', () => {
  const scale = linearScale([0, 100], [0, 400]);

  test('an interval within the axis has two plain ends', () => {
    const drawn = intervalOnAxis(10, 20, scale);
    expect(drawn).toEqual({ from: 40, to: 80, clippedLow: false, clippedHigh: false });
    expect(horizontalInterval(drawn!, 9)).toBe('M40 9H80');
  });

  test('an end beyond the axis stops at the edge and becomes an arrow', () => {
    const drawn = intervalOnAxis(90, 130, scale);
    expect(drawn).toEqual({ from: 360, to: 400, clippedLow: false, clippedHigh: true });
    expect(horizontalInterval(drawn!, 9)).toBe('M360 9H400M396 5l4 4l-4 4');
    expect(horizontalInterval(intervalOnAxis(-5, 10, scale)!, 9)).toBe('M0 9H40M4 5l-4 4l4 4');
  });

  test('upright arrows point out of the plot', () => {
    const upright = linearScale([0, 1], [270, 20]);
    expect(verticalInterval(intervalOnAxis(-1, 2, upright)!, 50)).toBe(
      'M50 270V20M46 266l4 4l4 -4M46 24l4 -4l4 4',
    );
  });

  test('an interval wholly beyond the axis, or no number, is not drawn', () => {
    expect(intervalOnAxis(110, 130, scale)).toBeUndefined();
    expect(intervalOnAxis(-9, -1, scale)).toBeUndefined();
    expect(intervalOnAxis(NaN, 10, scale)).toBeUndefined();
  });
});

describe('scatter plot', () => {
  test('corners of the axes are corners of the plot', () => {
    const { marks, plot } = scatterGeometry({
      points: [
        { x: 25, y: 0 },
        { x: 125, y: 1 },
      ],
      x: score,
      y: rate,
    });
    expect(marks).toBe(`M${plot.left} ${plot.bottom}h0M${plot.right} ${plot.top}h0`);
  });

  test('a value halfway lies halfway', () => {
    const { marks, intervals, plot } = scatterGeometry({
      points: [{ x: 75, y: 0.5, low: 0.25, high: 0.75 }],
      x: score,
      y: rate,
    });
    const x = (plot.left + plot.right) / 2;
    expect(marks).toBe(`M${x} ${(plot.top + plot.bottom) / 2}h0`);
    expect(intervals).toBe(`M${x} 206V78`);
  });

  test('no points give empty paths, and the page words', () => {
    const geometry = scatterGeometry({ points: [], x: score, y: rate });
    expect([geometry.marks, geometry.intervals, geometry.outside]).toEqual(['', '', 0]);
    const html = renderToStaticMarkup(
      <ScatterPlot
        id="s"
        title="t"
        description="d"
        points={[]}
        x={score}
        y={rate}
        emptyText="No team has both figures yet."
      />,
    );
    expect(html).toBe('<p class="govuk-body">No team has both figures yet.</p>');
  });

  test('one point without given axes is drawn inside the plot', () => {
    const { marks, plot } = scatterGeometry({
      points: [{ x: 100, y: 12 }],
      x: { title: 'x' },
      y: { title: 'y' },
    });
    const [, x, y] = /^M([\d.]+) ([\d.]+)h0$/.exec(marks)!.map(Number);
    expect(x).toBeGreaterThan(plot.left);
    expect(x).toBeLessThan(plot.right);
    expect(y).toBeGreaterThan(plot.top);
    expect(y).toBeLessThan(plot.bottom);
  });

  test('points beyond the axes are drawn at the edge and counted', () => {
    const { marks, outside, plot } = scatterGeometry({
      points: [{ x: 300, y: 0 }],
      x: score,
      y: rate,
    });
    expect(outside).toBe(1);
    expect(marks).toBe(`M${plot.right} ${plot.bottom}h0`);
  });

  test('a point that is no number is left out and does not break the others', () => {
    const { marks } = scatterGeometry({
      points: [
        { x: NaN, y: 0.5 },
        { x: 25, y: 0 },
      ],
      x: score,
      y: rate,
    });
    expect(marks).not.toContain('NaN');
    expect(marks.match(/M/g)).toHaveLength(1);
  });

  test("one's own team has another shape, and its name on the roomier side", () => {
    const own = (x: number) =>
      scatterGeometry({
        points: [{ x, y: 0.5, highlighted: true, label: 'Your team' }],
        x: score,
        y: rate,
      });
    expect(own(30).marks).toBe('');
    expect(own(30).highlights[0]).toMatchObject({ label: 'Your team', anchor: 'start' });
    expect(own(30).highlights[0]?.mark).toMatch(/z$/);
    expect(own(120).highlights[0]?.anchor).toBe('end');
  });

  test('a fitted line follows its points', () => {
    const { lines, plot } = scatterGeometry({
      points: [],
      x: score,
      y: rate,
      lines: [
        {
          label: 'Fitted',
          points: [
            { x: 25, y: 0 },
            { x: 125, y: 1 },
          ],
        },
      ],
    });
    expect(lines[0]?.path).toBe(`M${plot.left},${plot.bottom}L${plot.right},${plot.top}`);
  });

  test('a hundred teams stay a handful of elements, with no style attribute', () => {
    const points = Array.from({ length: 100 }, (_, index) => ({
      x: 25 + index,
      y: index / 100,
      low: index / 200,
      high: Math.min(1, index / 80),
      highlighted: index === 40,
      label: 'Your team',
    }));
    const html = renderToStaticMarkup(
      <ScatterPlot id="s" title="t" description="d" points={points} x={score} y={rate} />,
    );
    expect(count(html, 'path') + count(html, 'text')).toBeLessThan(30);
    expect(html.length).toBeLessThan(8000);
    expect(html).not.toContain('style=');
  });

  test('the picture has a name and a description', () => {
    const html = renderToStaticMarkup(
      <ScatterPlot
        id="s"
        title="Fidelity and job entry"
        description="Rates rise with the score."
        points={[{ x: 75, y: 0.5 }]}
        x={score}
        y={rate}
      />,
    );
    expect(html).toContain('role="img" aria-labelledby="s-title" aria-describedby="s-desc"');
    expect(html).toContain('<title id="s-title">Fidelity and job entry</title>');
    expect(html).toContain('<desc id="s-desc">Rates rise with the score.</desc>');
  });
});

describe('dot plot', () => {
  const rows = [
    { key: 'low', label: 'Low integration', value: 0.31, low: 0.27, high: 0.36 },
    {
      key: 'high',
      label: 'High integration',
      value: 0.44,
      low: 0.4,
      high: 0.48,
      highlighted: true,
    },
    { key: 'none', label: 'Not rated', value: null, text: 'Too few to show' },
  ];

  test('words name the figure and its interval', () => {
    const geometry = dotPlotGeometry({ rows, axis: rate });
    expect(geometry.rows.map((row) => row.value)).toEqual([
      '31% (27% to 36%)',
      '44% (40% to 48%)',
      'Too few to show',
    ]);
  });

  test('each figure is drawn once, and a figure that is not shown not at all', () => {
    const geometry = dotPlotGeometry({ rows, axis: rate });
    expect(geometry.dots.match(/h0/g)).toHaveLength(1);
    expect(geometry.diamonds.match(/z/g)).toHaveLength(1);
    expect(geometry.intervals.match(/H/g)).toHaveLength(2);
  });

  test('the reference line stands at its value, beside figures only', () => {
    const { reference, plot } = dotPlotGeometry({
      rows,
      axis: rate,
      reference: { value: 0.5, label: 'All teams 50%' },
    });
    expect(reference?.x).toBe((plot.left + plot.right) / 2);
    expect(reference?.anchor).toBe('middle');
    expect(reference?.path.match(/M/g)).toHaveLength(2);
  });

  test('the plot grows with its rows and with labels of two lines', () => {
    const one = dotPlotGeometry({ rows: rows.slice(0, 1), axis: rate });
    const two = dotPlotGeometry({ rows: rows.slice(0, 2), axis: rate });
    const long = dotPlotGeometry({
      rows: [{ ...rows[0]!, label: 'Teams rated low at both of their last two ratings' }],
      axis: rate,
    });
    expect(two.height).toBeGreaterThan(one.height);
    expect(long.rows[0]?.lines.length).toBeGreaterThan(1);
    expect(long.height).toBeGreaterThan(one.height);
  });

  test('no rows give words', () => {
    const html = renderToStaticMarkup(
      <DotPlot id="d" title="t" description="d" rows={[]} axis={rate} emptyText="Nothing yet." />,
    );
    expect(html).toBe('<p class="govuk-body">Nothing yet.</p>');
  });
});

describe('odds ratio plot', () => {
  const rows = [
    { key: 'a', group: 'Meetings', label: '1 to 4', oddsRatio: 1, isReference: true },
    { key: 'b', group: 'Meetings', label: '5 to 8', oddsRatio: 2.9, low: 1.4, high: 31 },
    { key: 'c', group: 'Meetings', label: '13 or more', oddsRatio: null },
  ];

  test('the category compared with is hollow, one heading stands over a group', () => {
    const geometry = oddsRatioGeometry(rows);
    expect(geometry.headings.map((heading) => heading.text)).toEqual(['Meetings']);
    expect(geometry.hollows.match(/z/g)).toHaveLength(1);
    expect(geometry.dots.match(/h0/g)).toHaveLength(1);
  });

  test('an interval beyond 20 ends in an arrow, and the words keep its end', () => {
    const geometry = oddsRatioGeometry(rows);
    expect(geometry.intervals).toMatch(/H392M388 [\d.]+l4 4l-4 4$/);
    expect(geometry.rows[1]?.value).toBe('2.90 (1.40 to 31.00)');
  });

  test('a ratio beyond the axis has an arrow but no dot', () => {
    const geometry = oddsRatioGeometry([
      { key: 'x', label: 'x', oddsRatio: 60, low: 12, high: 300 },
    ]);
    expect(geometry.dots).toBe('');
    expect(geometry.intervals).toContain('H392');
  });

  test('what cannot be estimated is said, not drawn', () => {
    expect(oddsRatioGeometry(rows).rows[2]?.value).toBe('Not estimable');
  });

  test('the line of no difference stands at 1', () => {
    const { reference, ticks } = oddsRatioGeometry(rows);
    expect(reference?.x).toBe(ticks.find((tick) => tick.label === '1')?.position);
  });

  test('prints as a picture without style attributes', () => {
    const html = renderToStaticMarkup(
      <OddsRatioPlot id="o" title="Odds ratios" description="d" rows={rows} />,
    );
    expect(html).toContain('role="img"');
    expect(html).not.toContain('style=');
  });
});

describe('chart figure', () => {
  const figure = (rows: number) =>
    renderToStaticMarkup(
      <ChartFigure
        id="f"
        heading="Rates were higher where integration was higher"
        definition="Clients who started work by month 9."
        caution="Intervals overlap."
        table={{
          caption: 'Rates',
          columns: [{ heading: 'Team' }],
          rows: Array.from({ length: rows }, (_, row) => ({ key: String(row), cells: [row] })),
        }}
      >
        <svg />
      </ChartFigure>,
    );

  test('is named by the finding and says what is counted', () => {
    expect(figure(1)).toContain('<figure class="gt-figure" aria-labelledby="f-heading">');
    expect(figure(1)).toContain('Clients who started work by month 9.');
    expect(figure(1)).toContain('Intervals overlap.');
  });

  test('up to twelve rows stand open, more fold', () => {
    expect(figure(12)).not.toContain('<details');
    expect(figure(13)).toContain('<details');
    expect(figure(13)).toContain('Show the 13 rows as a table');
  });
});

describe('labels', () => {
  test('break between words and never within one', () => {
    expect(wrapWords('High integration with the host', 16)).toEqual([
      'High integration',
      'with the host',
    ]);
    expect(wrapWords('Unbreakablelongword next', 8)).toEqual(['Unbreakablelongword', 'next']);
    expect(wrapWords('  ', 8)).toEqual([]);
  });
});
