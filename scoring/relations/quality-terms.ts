import type { Term } from '#scoring/statistics/design.ts';
import { getRelationInput } from './relation-inputs.ts';
import { integrationLevels, type IntegrationLevelKey, type TeamPeriod } from './team-period.ts';

export type QualityFactor = 'fidelity' | 'integration' | 'contacts' | 'meetings';
export type ContactCount = 'strict' | 'all-modes';

/** A column of the regression together, and the step its odds ratio speaks of. */
export interface QualityTerm extends Term {
  readonly factor: QualityFactor;
  readonly label: string;
}

export interface FactorLeftOut {
  readonly factor: QualityFactor;
  readonly reason: string;
}

export interface QualityTerms {
  readonly terms: readonly QualityTerm[];
  readonly leftOut: readonly FactorLeftOut[];
  /** The level others are compared with: the lowest that any team has. */
  readonly referenceLevel: IntegrationLevelKey | null;
}

/** Points of fidelity that one odds ratio speaks of. */
export const FIDELITY_STEP = 10;

/** The four inputs of a team; undefined where one is not known, with its factor. */
export function knownInputs(
  team: TeamPeriod,
  contacts: ContactCount,
): { readonly missing: readonly QualityFactor[]; readonly values: Record<QualityFactor, number> } {
  const contactKey = contacts === 'strict' ? 'contacts' : 'contacts-all-modes';
  const given: Record<QualityFactor, number | null> = {
    fidelity: getRelationInput('fidelity').valueOf(team),
    integration: getRelationInput('integration').valueOf(team),
    contacts: getRelationInput(contactKey).valueOf(team),
    meetings: getRelationInput('meetings').valueOf(team),
  };
  const factors = Object.keys(given) as QualityFactor[];
  return {
    missing: factors.filter((factor) => given[factor] === null),
    values: {
      fidelity: given.fidelity ?? NaN,
      integration: given.integration ?? NaN,
      contacts: given.contacts ?? NaN,
      meetings: given.meetings ?? NaN,
    },
  };
}

/**
 * The columns of the regression of job entry on service quality.
 *
 * For: qualityTogether. Formula: fidelity / 10; a column of 0 and 1 for each level of integration above the
 * lowest one found, or one column 1, 2, 3 as a slope; contacts a week; meetings per client-month. An
 * input that is the same in all teams gives no column and is named.
 * @param inputs values of each team, none missing
 * @param integration levels against the lowest, or a slope per level
 * @returns columns, inputs left out, the level compared with
 * Errors: none. Source: outcome definitions, section 8. Checked: through qualityTogether.
 */
export function qualityTerms(
  inputs: readonly Readonly<Record<QualityFactor, number>>[],
  integration: 'levels' | 'slope',
): QualityTerms {
  const column = (factor: QualityFactor): number[] => inputs.map((values) => values[factor]);
  const levels = integrationLevels.filter((_, index) => column('integration').includes(index + 1));
  const [referenceLevel = null, ...others] = levels;
  const steps: QualityTerm[] = others.map((level) => ({
    factor: 'integration',
    name: `integration-${level}`,
    label: `${level} integration, against ${referenceLevel ?? ''}`,
    values: column('integration').map((score) => (integrationLevels[score - 1] === level ? 1 : 0)),
  }));
  const slope: QualityTerm = {
    factor: 'integration',
    name: 'integration-slope',
    label: 'one level of integration more',
    values: column('integration'),
  };
  const all: QualityTerm[] = [
    {
      factor: 'fidelity',
      name: 'fidelity',
      label: `${FIDELITY_STEP} fidelity points more`,
      values: column('fidelity').map((total) => total / FIDELITY_STEP),
    },
    ...(integration === 'slope' ? [slope] : steps),
    {
      factor: 'contacts',
      name: 'contacts',
      label: 'one employer contact a week more',
      values: column('contacts'),
    },
    {
      factor: 'meetings',
      name: 'meetings',
      label: 'one meeting per client and month more',
      values: column('meetings'),
    },
  ];
  const isSpread = ({ values }: Term): boolean => values.some((value) => value !== values[0]);
  const terms = all.filter(isSpread);
  const factors: QualityFactor[] = ['fidelity', 'integration', 'contacts', 'meetings'];
  return {
    terms,
    leftOut: factors
      .filter((factor) => !terms.some((term) => term.factor === factor))
      .map((factor) => ({ factor, reason: 'it is the same in every team' })),
    referenceLevel,
  };
}
