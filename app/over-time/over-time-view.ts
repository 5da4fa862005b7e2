import type { ControlChartInput } from '#app/components/charts/control-chart-geometry.ts';
import type { FilterChoice } from '#app/components/filter-form.tsx';

import type { Measure } from './measures.ts';

/** What the page of a team over time prints, as its reader may see it: nothing else leaves the server. */
export interface OverTimeView {
  team: { name: string; href: string };
  choices: FilterChoice[];
  /** The question as an address ends. */
  query: string;
  measure: Pick<Measure, 'name' | 'axis' | 'valueHeading' | 'format'>;
  chartName: string;
  definition: string;
  /** What is to be said of these months and of this reader's view of them. */
  notes: string[];
  caution: string;
  /** Decimals of a month's own value. */
  places: number;
  /** What a signal shows, one sentence each; empty where no rule is met. */
  findings: string[];
  /** Which months count in more than one finding; null where none does. */
  shared: string | null;
  phases: PhaseView[];
  /** For the drawing; null where no month has a value. */
  drawing: (ControlChartInput & { title: string; description: string }) | null;
  /** What sigma is, and where the lines it is read from are drawn otherwise. */
  sigma: string[];
  method: string[];
  rules: { name: string; words: string[] };
  countHeadings: string[];
  rows: MonthRow[];
  baselines: BaselineRow[];
  /** Where a new baseline is begun; null for who may not, and where there are too few months. */
  newBaselineHref: string | null;
}

/** A stretch of time with one set of limits. */
export interface PhaseView {
  /** 'July 2024 to June 2026'. */
  months: string;
  /** What its limits stand on, or why there are none. */
  words: string;
  /** The mean and limits, or that they differ by month. */
  figures: string;
}

export interface MonthRow {
  /** ISO month. */
  month: string;
  label: string;
  counts: string[];
  value: number | null;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  isBaseline: boolean;
  /** Which new baseline begins here, by its number, and why. */
  begins: { number: number; reason: string } | null;
  signals: string[];
  /** Why there is no value. */
  missing: string | null;
}

/** A new baseline that a person began, in force or not. */
export interface BaselineRow {
  /** By which the chart names it; null where it begins nothing. */
  number: number | null;
  month: string;
  reason: string;
  begun: string;
  /** Who took it back and when; null while it stands. */
  takenBack: string | null;
  /** Where it is taken back; null for who may not, and where it is already. */
  removeHref: string | null;
}
