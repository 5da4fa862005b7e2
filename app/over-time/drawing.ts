import type { DrawnPoint } from '#app/components/charts/control-chart-geometry.ts';
import { addMonths, monthsBetween } from '#scoring/calendar/iso-month.ts';
import { formatMonth } from '#scoring/calendar/iso-day.ts';

import type { Measure } from './measures.ts';
import type { MonthRow, OverTimeView, PhaseView } from './over-time-view.ts';
import type { TeamChart } from './team-chart.ts';
import { valueInWords } from './values-in-words.ts';

interface Drawn {
  team: string;
  measure: Measure;
  places: number;
  rows: readonly MonthRow[];
  phases: readonly PhaseView[];
  findings: readonly string[];
}

/** The chart to draw, with what it says to those who do not see it. */
export function drawingOf(
  { chart }: TeamChart,
  { team, measure, places, rows, phases, findings }: Drawn,
): OverTimeView['drawing'] {
  const first = rows[0]?.month;
  const last = rows.at(-1)?.month;
  const beyond = new Set(
    chart.signals.filter(({ rule }) => rule === 'beyond-limits').flatMap(({ points }) => points),
  );
  const points = rows
    .filter(({ value }) => value !== null)
    .map((row, index) => pointOf(row, first ?? row.month, beyond.has(index)));
  if (first === undefined || last === undefined || points.length === 0) return null;
  const steps = Array.from({ length: monthsBetween(first, last) + 1 }, (_, step) =>
    shortMonth(addMonths(first, step)),
  );
  return {
    title: `${measure.name} by month, ${team}`,
    description: [
      spanInWords(rows, measure, places),
      ...phases.map(phaseInWords),
      ...findings,
    ].join(' '),
    steps,
    points,
    y: { title: measure.axis, format: measure.format },
  };
}

function pointOf(row: MonthRow, first: string, isBeyond: boolean): DrawnPoint {
  const { month, value, mean, lower, upper, isBaseline, signals, begins } = row;
  return {
    step: monthsBetween(first, month),
    value: value ?? 0,
    limits: mean === null || lower === null || upper === null ? undefined : { mean, lower, upper },
    mark: isBeyond ? 'beyond' : signals.length > 0 ? 'pattern' : 'none',
    isBaseline,
    border: begins === null ? undefined : String(begins.number),
  };
}

/** 'Jul 2024': short enough to stand side by side under an axis. */
function shortMonth(month: string): string {
  const [name = '', year = ''] = formatMonth(month).split(' ');
  return `${name.slice(0, 3)} ${year}`;
}

function spanInWords(rows: readonly MonthRow[], { format }: Measure, places: number): string {
  const known = rows.flatMap(({ value, label }) => (value === null ? [] : [{ value, label }]));
  const byValue = known.toSorted((a, b) => a.value - b.value);
  const say = (row: (typeof known)[number] | undefined): string =>
    row === undefined ? '' : `${valueInWords(row.value, format, places)} in ${row.label}`;
  return `${known.length} months with a value, ${known[0]?.label ?? ''} to ${known.at(-1)?.label ?? ''}. Lowest ${say(byValue[0])}, highest ${say(byValue.at(-1))}, last ${say(known.at(-1))}.`;
}

function phaseInWords({ months, words, figures }: PhaseView): string {
  return `${months}: ${words}${figures === '–' ? '' : ` ${figures}.`}`;
}
