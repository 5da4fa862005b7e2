import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import { figureFor } from '#scoring/disclosure/figure-for.ts';
import { betaBinomialRegression } from '#scoring/statistics/beta-binomial-regression.ts';
import { quasiBinomialRegression } from '#scoring/statistics/quasi-binomial-regression.ts';
import {
  knownInputs,
  qualityTerms,
  type ContactCount,
  type FactorLeftOut,
  type QualityFactor,
  type QualityTerm,
} from './quality-terms.ts';
import { associationCaution, estimateWords, pWords } from './relation-words.ts';
import {
  defaultRelationSettings,
  fewestTeamsFor,
  teamsInUse,
  type IntegrationLevelKey,
  type RelationSettings,
  type RelationView,
  type TeamPeriod,
} from './team-period.ts';

/** One odds ratio with the others held equal. */
export interface QualityOddsRatio {
  readonly factor: QualityFactor;
  /** Name of the column, stable for tests and downloads. */
  readonly name: string;
  /** What one step is. */
  readonly label: string;
  readonly oddsRatio: number;
  readonly lower: number;
  readonly upper: number;
  /** Two-sided, from t with the residual degrees of freedom. */
  readonly p: number;
  /** The same on the scale of log odds. */
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly sentence: string;
}

/** The check: the same columns in a beta-binomial model. */
export type BetaBinomialCheck =
  | {
      readonly status: 'fitted';
      readonly oddsRatios: readonly {
        readonly name: string;
        readonly label: string;
        readonly oddsRatio: number;
        readonly lower: number;
        readonly upper: number;
        readonly estimate: number;
      }[];
      readonly rho: number;
      readonly logLikelihood: number;
    }
  | { readonly status: 'no-overdispersion' | 'not-estimable'; readonly reason: string };

interface QualityTogetherBase {
  /** Teams with enough clients and every input known. */
  readonly teams: number;
  readonly teamsTooSmall: number;
  /** Teams left out because an input is not known; one team can miss several. */
  readonly teamsIncomplete: number;
  readonly missing: Readonly<Record<QualityFactor, number>>;
  /** Job entries of clients of the teams used, as this viewer may see them. */
  readonly figure: Figure;
  readonly contacts: ContactCount;
  readonly caution: string;
}

export type QualityTogether = QualityTogetherBase &
  (
    | {
        readonly status: 'fitted';
        readonly oddsRatios: readonly QualityOddsRatio[];
        readonly referenceLevel: IntegrationLevelKey | null;
        /** From the same model with integration as one slope; null where it could not be fitted. */
        readonly integrationSlope: QualityOddsRatio | null;
        /** 1 is what chance alone gives; errors are larger by its root. */
        readonly dispersion: number;
        readonly residualDegrees: number;
        readonly betaBinomial: BetaBinomialCheck;
        readonly leftOut: readonly FactorLeftOut[];
        readonly warnings: readonly string[];
      }
    | { readonly status: 'too-few'; readonly teamsNeeded: number; readonly reason: string }
    | { readonly status: 'not-estimable'; readonly reason: string }
  );

interface Counts {
  readonly successes: readonly number[];
  readonly trials: readonly number[];
}

function oddsRatiosOf(
  terms: readonly QualityTerm[],
  counts: Counts,
  level: number,
):
  | {
      status: 'fitted';
      oddsRatios: QualityOddsRatio[];
      dispersion: number;
      residualDegrees: number;
      aliased: readonly string[];
      warnings: readonly string[];
    }
  | { status: 'not-estimable'; reason: string } {
  const fit = quasiBinomialRegression({ terms, ...counts }, level);
  if (fit.status !== 'fitted') return { status: 'not-estimable', reason: fit.reason };
  const oddsRatios = terms.flatMap(({ factor, name, label }) => {
    const found = fit.coefficients.find((coefficient) => coefficient.name === name);
    if (found === undefined) return [];
    const { estimate, standardError, t, p } = found;
    const oddsRatio = Math.exp(estimate);
    const lower = Math.exp(found.lower);
    const upper = Math.exp(found.upper);
    const numbers = estimateWords('odds ratio', { value: oddsRatio, lower, upper }, level);
    const sentence = `Among teams otherwise alike in these records, ${label} goes with an ${numbers} (${pWords(p)}).`;
    return [
      { factor, name, label, oddsRatio, lower, upper, p, estimate, standardError, t, sentence },
    ];
  });
  return {
    status: 'fitted',
    oddsRatios,
    dispersion: fit.dispersion,
    residualDegrees: fit.dfResidual,
    aliased: fit.binomial.aliased,
    warnings: fit.warnings,
  };
}

function betaBinomialCheck(
  terms: readonly QualityTerm[],
  counts: Counts,
  level: number,
): BetaBinomialCheck {
  const fit = betaBinomialRegression({ terms, ...counts }, level);
  if (fit.status === 'no-overdispersion') return { status: fit.status, reason: fit.reason };
  if (fit.status !== 'fitted') return { status: 'not-estimable', reason: fit.reason };
  const oddsRatios = terms.flatMap(({ name, label }) => {
    const found = fit.coefficients.find((coefficient) => coefficient.name === name);
    if (found === undefined) return [];
    const { estimate, lower, upper } = found;
    return [
      {
        name,
        label,
        oddsRatio: Math.exp(estimate),
        lower: Math.exp(lower),
        upper: Math.exp(upper),
        estimate,
      },
    ];
  });
  return { status: 'fitted', oddsRatios, rho: fit.rho, logLikelihood: fit.logLikelihood };
}

/**
 * Fidelity, integration, employer contacts and meetings together against job entry, over teams.
 *
 * For: the question whether one goes with job entry where the others are equal.
 * Formula: quasi-binomial regression of job entries out of clients on fidelity / 10, medium and high
 * integration against low (the lowest level found), contacts a week and meetings per client-month; odds ratios
 * exp(b), intervals exp(b +- t se) with errors times the root of the dispersion, over the teams with every input
 * known. A second fit has integration as one slope; a beta-binomial fit is the check.
 * Rule for too few: at least 10 teams, and 10 more than coefficients.
 * @param teams one row a team, all of one period and one definition of the rate
 * @param view who looks, and the small-number settings
 * @param options employer contacts counted strictly (the default) or in all modes
 * @param settings fewest clients, teams and residual degrees of freedom, confidence
 * @returns 'fitted' with odds ratios, dispersion, check and what was left out; 'too-few'; 'not-estimable' where
 *   the rates are separated or lie on the fit
 * @throws RangeError as teamsInUse, or for an input that is not finite
 * Source: outcome definitions, section 8; McCullagh and Nelder (1989), section 4.5.
 * Checked against teams.expected.json (R's glm and the exact beta-binomial maximum).
 */
export function qualityTogether(
  teams: readonly TeamPeriod[],
  view: RelationView,
  options: { readonly contacts?: ContactCount } = {},
  settings: RelationSettings = defaultRelationSettings,
): QualityTogether {
  const contacts = options.contacts ?? 'strict';
  const { used, tooSmall } = teamsInUse(teams, settings);
  const known = used.map((team) => ({ team, ...knownInputs(team, contacts) }));
  const complete = known.filter(({ missing }) => missing.length === 0);
  const countMissing = (factor: QualityFactor): number =>
    known.filter(({ missing }) => missing.includes(factor)).length;
  const counts: Counts = {
    successes: complete.map(({ team }) => team.jobEntries),
    trials: complete.map(({ team }) => team.clients),
  };
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const base = {
    teams: complete.length,
    teamsTooSmall: tooSmall.length,
    teamsIncomplete: known.length - complete.length,
    missing: {
      fidelity: countMissing('fidelity'),
      integration: countMissing('integration'),
      contacts: countMissing('contacts'),
      meetings: countMissing('meetings'),
    },
    figure: figureFor(view.viewer, sum(counts.successes), sum(counts.trials), view.policy),
    contacts,
    caution: associationCaution,
  };
  const inputs = complete.map(({ values }) => values);
  const { terms, leftOut, referenceLevel } = qualityTerms(inputs, 'levels');
  const teamsNeeded = Math.max(
    settings.fewestTeams,
    fewestTeamsFor(view, settings),
    terms.length + 1 + settings.fewestResidualDegrees,
  );
  if (complete.length < teamsNeeded) {
    const reason = `${complete.length} teams have every input, ${teamsNeeded} are needed for a statement.`;
    return { ...base, status: 'too-few', teamsNeeded, reason };
  }
  if (terms.length === 0) {
    return { ...base, status: 'not-estimable', reason: 'Every input is the same in all teams.' };
  }
  const fit = oddsRatiosOf(terms, counts, settings.level);
  if (fit.status !== 'fitted') return { ...base, ...fit };
  const slope = oddsRatiosOf(qualityTerms(inputs, 'slope').terms, counts, settings.level);
  const aliased = terms.filter(({ name }) => fit.aliased.includes(name));
  const { oddsRatios, dispersion, residualDegrees } = fit;
  return {
    ...base,
    status: 'fitted',
    oddsRatios,
    referenceLevel,
    integrationSlope:
      slope.status === 'fitted'
        ? (slope.oddsRatios.find(({ factor }) => factor === 'integration') ?? null)
        : null,
    dispersion,
    residualDegrees,
    betaBinomial: betaBinomialCheck(terms, counts, settings.level),
    leftOut: [
      ...leftOut,
      ...aliased.map(({ factor }) => ({ factor, reason: 'it follows from the other inputs' })),
    ],
    warnings: [
      ...fit.warnings,
      ...(referenceLevel !== null && referenceLevel !== 'low'
        ? [`No team has low integration: levels are compared with ${referenceLevel}.`]
        : []),
    ],
  };
}
