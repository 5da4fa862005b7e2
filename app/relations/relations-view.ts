import type { DotPlotProps } from '#app/components/charts/dot-plot.tsx';
import type { OddsRatioRow } from '#app/components/charts/odds-ratio-geometry.ts';
import type { ScatterLine, ScatterPoint } from '#app/components/charts/scatter-geometry.ts';
import type { FilterChoice } from '#app/components/filter-form.tsx';

/** What the relations page prints, in words and numbers that its reader may see: nothing else leaves the server. */
export interface RelationsView {
  filters: {
    choices: FilterChoice[];
    /** The filters as an address ends, for downloads. */
    query: string;
  };
  periodLabel: string;
  definition: DefinitionView;
  /** Set where the definition is not computed from teams' records: then there is nothing to relate. */
  notRelated: string | null;
  teams: { used: number; tooSmall: number; namesTooSmall: string[] };
  areTeamsNamed: boolean;
  warnings: string[];
  caution: string;
  rates: NamedRate[];
  inputs: InputView[];
  integration: IntegrationView | null;
  together: TogetherView | null;
  items: ItemsView | null;
  evaluation: EvaluationView | null;
}

export interface DefinitionView {
  name: string;
  numerator: string;
  denominator: string;
  window: string;
  source: string;
  choices: string[];
}

/** The rate of everyone under one named definition: one number a definition, never an unlabelled one. */
export interface NamedRate {
  key: string;
  name: string;
  population: string;
  counts: string;
  rate: string;
  interval: string;
  note: string;
}

export interface InputView {
  key: string;
  name: string;
  unit: string;
  finding: string;
  points: ScatterPoint[];
  lines: ScatterLine[];
  rows: TeamRow[];
  leftOut: string[];
  statistics: { name: string; estimate: string; interval: string; p: string }[];
  teams: number;
  smallestDetectable: string;
  smallestSignificant: string;
  published: { name: string; units: string; correlation: string; rate: string; result: string }[];
}

export interface TeamRow {
  team: string;
  isOwn: boolean;
  value: string;
  clients: string;
  entries: string;
  rate: string;
  interval: string;
}

export interface IntegrationView {
  finding: string;
  levels: { level: string; teams: number; counts: string; rate: string; interval: string }[];
  dots: DotPlotProps['rows'];
  rows: (TeamRow & { level: string })[];
  statistics: { name: string; result: string }[];
  furthest: string | null;
  leftOut: string[];
}

export interface TogetherView {
  finding: string;
  rows: { label: string; oddsRatio: string; interval: string; p: string; check: string }[];
  plot: OddsRatioRow[];
  facts: { name: string; value: string }[];
  notes: string[];
}

export interface ItemsView {
  finding: string;
  rows: {
    item: string;
    teams: number;
    rho: string;
    interval: string;
    p: string;
    adjusted: string;
    finding: string;
  }[];
}

/** The evaluation cohort's teams by integration: a population of its own, shown beside and never joined. */
export interface EvaluationView {
  finding: string;
  levels: IntegrationView['levels'];
  dots: DotPlotProps['rows'];
  rows: { team: string; level: string; counts: string; rate: string; interval: string }[];
  furthest: string | null;
  leftOut: string[];
}
