import { diamond, dot, square, type Position } from './paths.ts';
import { axisDomain, linearScale, linearTicks, rounded } from './scale.ts';
import type { ChartAxis, Scale, Tick } from './scale.ts';

/** The lines at one point. */
export interface DrawnLimits {
  mean: number;
  lower: number;
  upper: number;
}

export interface DrawnPoint {
  /** Which month it is, the first of the chart being 0: months without a value leave a gap. */
  step: number;
  value: number;
  /** Missing where the phase has none. */
  limits?: DrawnLimits | undefined;
  /** Beyond a limit; in another signal; in none. Each has its shape. */
  mark: 'beyond' | 'pattern' | 'none';
  isBaseline: boolean;
  /** A new phase begins here: what stands at its border. */
  border?: string | undefined;
}

export interface ControlChartInput {
  /** What each step is called along the axis. */
  steps: readonly string[];
  points: readonly DrawnPoint[];
  y: ChartAxis;
}

export interface ControlChartGeometry {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  xTicks: Tick[];
  yTicks: Tick[];
  baseline: string;
  mean: string;
  limits: string;
  trace: string;
  plain: string;
  pattern: string;
  beyond: string;
  borders: { path: string; x: number; y: number; label: string }[];
}

const width = 400;
const height = 300;
const plot = { left: 46, right: 388, top: 24, bottom: 270 };
const mostTicks = 4;

export function controlChartGeometry({
  steps,
  points,
  y: axis,
}: ControlChartInput): ControlChartGeometry {
  const x = linearScale([-0.5, Math.max(0.5, steps.length - 0.5)], [plot.left, plot.right]);
  const heights = points.flatMap(({ value, limits }) =>
    limits === undefined ? [value] : [value, limits.lower, limits.upper],
  );
  // Rates and shares are read from nought.
  const y = linearScale(axisDomain([0, ...heights], axis), [plot.bottom, plot.top]);
  const at = ({ step, value }: DrawnPoint): Position => ({ x: x(step), y: y(value) });
  const phases = phasesOf(points);
  const marked = (mark: DrawnPoint['mark']) =>
    points.filter((point) => point.mark === mark).map(at);
  return {
    width,
    height,
    plot,
    xTicks: ticksOf(steps, x),
    yTicks: linearTicks(y, 5, axis.format),
    baseline: phases.map((phase) => bandOf(phase, x)).join(''),
    mean: phases.map((phase) => levels(phase, 'mean', x, y)).join(''),
    limits: phases
      .flatMap((phase) => [levels(phase, 'lower', x, y), levels(phase, 'upper', x, y)])
      .join(''),
    trace: traceOf(points, at),
    plain: marked('none').map(dot).join(''),
    pattern: marked('pattern')
      .map((position) => square(position, 4))
      .join(''),
    beyond: marked('beyond')
      .map((position) => diamond(position, 7))
      .join(''),
    borders: points.flatMap(({ step, border }) => {
      if (border === undefined) return [];
      const left = rounded(x(step - 0.5));
      return [
        { path: `M${left} ${plot.top}V${plot.bottom}`, x: left, y: plot.top - 7, label: border },
      ];
    }),
  };
}

/** Points between two borders. */
function phasesOf(points: readonly DrawnPoint[]): DrawnPoint[][] {
  const phases: DrawnPoint[][] = [];
  for (const point of points) {
    const last = phases.at(-1);
    if (last === undefined || point.border !== undefined) phases.push([point]);
    else last.push(point);
  }
  return phases;
}

/** The baseline as an area behind its points. */
function bandOf(phase: readonly DrawnPoint[], x: Scale): string {
  const steps = phase.filter(({ isBaseline }) => isBaseline).map(({ step }) => step);
  if (steps.length === 0) return '';
  const left = rounded(x(Math.min(...steps) - 0.5));
  const right = rounded(x(Math.max(...steps) + 0.5));
  return `M${left} ${plot.top}H${right}V${plot.bottom}H${left}z`;
}

/** A line that holds a level around each point and steps to the next one half way between them. */
function levels(phase: readonly DrawnPoint[], key: keyof DrawnLimits, x: Scale, y: Scale): string {
  return phase
    .flatMap(({ step, limits }, index) => {
      if (limits === undefined) return [];
      const before = phase[index - 1]?.step;
      const after = phase[index + 1]?.step;
      const from = rounded(x(before === undefined ? step - 0.5 : (before + step) / 2));
      const to = rounded(x(after === undefined ? step + 0.5 : (step + after) / 2));
      const level = rounded(y(limits[key]));
      return [`${before === undefined ? `M${from} ` : 'V'}${level}H${to}`];
    })
    .join('');
}

/** From point to point, but not over months without a value. */
function traceOf(points: readonly DrawnPoint[], at: (point: DrawnPoint) => Position): string {
  return points
    .map((point, index) => {
      const { x, y } = at(point);
      const isNext = points[index - 1]?.step === point.step - 1;
      return `${isNext ? 'L' : 'M'}${rounded(x)} ${rounded(y)}`;
    })
    .join('');
}

/** A few names along the axis, evenly spread from the first. */
function ticksOf(steps: readonly string[], x: Scale): Tick[] {
  const every = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((gap) => steps.length <= gap * mostTicks);
  return steps.flatMap((label, step) =>
    step % (every ?? steps.length) === 0 ? [{ position: rounded(x(step)), label }] : [],
  );
}
