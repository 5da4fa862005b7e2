/**
 * The model of job starts as everybody may see it. Page, pictures, CSV and JSON are all made from this one object, and it is
 * the JSON: so none of them can show what another hides. docs/job-starts.md describes it for whoever reads the files.
 */
export interface JobStartsReport {
  title: string;
  clients: { population: string; definition: string; period: string | null };
  method: MethodWords;
  outcome: ModelOutcome;
  /** Rounded counts of people; null where too few. */
  counts: { used: number | null; jobStarts: number | null; given: number | null };
  parameters: number | null;
  eventsPerParameter: number | null;
  fit: FitFigures | null;
  exclusions: Exclusion[];
  /** Columns left out because earlier ones say what they say. */
  leftOut: string[];
  references: { variable: string; reference: string }[];
  adjustedFor: string[];
  warnings: string[];
  factors: FactorReport[];
}

export type ModelOutcome = { status: 'fitted' } | { status: 'no-model'; reason: string };

export interface MethodWords {
  model: string;
  estimation: string;
  intervals: string;
  /** The interval that readings go by. */
  mainInterval: MainInterval;
  errors: string;
  missingAnswers: string;
  effects: string;
  smallNumbers: string;
  readings: string;
}

export type MainInterval = 'cluster-robust' | 'profile' | 'Wald';

export interface FitFigures {
  deviance: number;
  /** null under Firth's method. */
  aic: number | null;
  likelihoodRatio: { chiSquared: number; df: number; p: number } | null;
}

export interface Exclusion {
  variable: string;
  /** Clients whose answer is not known; null where under ten. */
  clients: number | null;
  /** Of them, those lost for this variable alone. */
  alone: number | null;
}

export interface FactorReport {
  key: string;
  name: string;
  kind: 'categorical' | 'numeric';
  reference: string | null;
  rows: ReportRow[];
}

export interface ReportRow {
  label: string;
  isReference: boolean;
  isOwnTeam: boolean;
  /** Rounded; null for a measurement, and where too few. */
  figure: RateFigure | null;
  estimate: RowEstimate | null;
  /** Why there is no figure or no estimate; null where nothing is missing. */
  withheld: string | null;
  reading: string;
}

export interface RateFigure {
  clients: number;
  jobStarts: number;
  rate: number;
  lower: number;
  upper: number;
}

/** A limit is null where the likelihood never falls that far. */
export interface Limits {
  lower: number | null;
  upper: number | null;
  /** Whether 1 lies outside, decided before the limits were rounded: one just over 1 is printed as 1. */
  isClear: boolean;
}

export interface RowEstimate {
  oddsRatio: number;
  wald: Limits & { p: number };
  profile: (Limits & { p: number | null }) | null;
  clusterRobust: (Limits & { p: number }) | null;
  /** Difference in the chance of a job start, averaged over the clients; −1 to 1. */
  effect: { value: number; lower: number; upper: number; p: number } | null;
}
