import type { CategoryRate } from './category-rates.ts';
import type { ClusterRobust } from './cluster-robust.ts';
import type { LogisticMethod } from './logistic-fit.ts';
import type { MarginalEffect } from './marginal-effects.ts';
import type { ColumnMeaning } from './model-columns.ts';
import type { Exclusions } from './model-frame.ts';
import type { Interval } from './wilson-interval.ts';

/** A limit of a profile interval is null where the likelihood never falls that far. */
export interface ProfileInterval {
  readonly lower: number | null;
  readonly upper: number | null;
  /** Likelihood ratio test of the coefficient being 0: chi-squared with one degree of freedom. */
  readonly p: number | null;
}

/** One coefficient on the scale of log odds, and its odds ratio. */
export interface LogisticCoefficient extends ColumnMeaning {
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided, normal. */
  readonly p: number;
  readonly wald: Interval;
  /** Null where it was not asked for. */
  readonly profile: ProfileInterval | null;
  readonly oddsRatio: number;
  /** From the profile interval where there is one, else Wald's. */
  readonly oddsRatioInterval: { readonly lower: number | null; readonly upper: number | null };
  readonly intervalMethod: 'profile likelihood' | 'profile penalised likelihood' | 'Wald';
  /** Clients of the category and their job starts; all clients for a measurement and the intercept. */
  readonly n: number;
  readonly events: number;
}

/** Twice the gain in log likelihood over a model without the terms, or over none at all. */
export interface LikelihoodRatio {
  readonly chiSquared: number;
  readonly df: number;
  readonly p: number;
}

export interface LogisticFit {
  readonly status: 'fitted';
  readonly method: LogisticMethod;
  readonly level: number;
  /** Clients, events, and coefficients with the constant. */
  readonly n: number;
  readonly events: number;
  readonly parameters: number;
  /** Events, or clients without the event where those are fewer, per coefficient beside the constant. */
  readonly eventsPerParameter: number | null;
  readonly coefficients: readonly LogisticCoefficient[];
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood: number;
  /** With Firth's penalty; null for maximum likelihood. */
  readonly penalisedLogLikelihood: number | null;
  readonly deviance: number;
  readonly nullDeviance: number;
  /** Null under Firth's method, which has no maximum of the plain likelihood. */
  readonly aic: number | null;
  /** Against no terms at all; null under Firth's method. */
  readonly likelihoodRatio: LikelihoodRatio | null;
  readonly categories: readonly CategoryRate[];
  readonly marginalEffects: readonly MarginalEffect[] | null;
  readonly clusterRobust: ClusterRobust | null;
  /** Fitted chance and leverage of each row used, in order of `rows`; null where not asked for. */
  readonly rows: readonly number[] | null;
  readonly fitted: readonly number[] | null;
  readonly leverages: readonly number[] | null;
  /** Columns left out because earlier ones say what they say. */
  readonly aliased: readonly ColumnMeaning[];
  /** Columns that tell outcomes apart without error, which is why Firth's method was used. */
  readonly separated: readonly ColumnMeaning[];
  /** Reference category of each categorical term. */
  readonly comparator: Readonly<Record<string, string>>;
  /** Columns that every odds ratio is adjusted for beside its own. */
  readonly adjustment: readonly string[];
  readonly exclusions: Exclusions;
  /** Nothing here is random. */
  readonly seed: null;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

export interface NoLogisticFit {
  readonly status: 'too-few' | 'constant' | 'separated' | 'not-converged';
  readonly n: number;
  readonly events: number;
  readonly reason: string;
  readonly separated: readonly ColumnMeaning[];
  readonly exclusions: Exclusions;
  readonly warnings: readonly string[];
}

export type LogisticRegression = LogisticFit | NoLogisticFit;
