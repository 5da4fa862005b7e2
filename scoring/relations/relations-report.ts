import type { DisclosedCount } from '#scoring/disclosure/disclosed-count.ts';
import { countFor } from '#scoring/disclosure/figure-for.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import { inputRelation, type InputRelation } from './input-relation.ts';
import { integrationPattern, type IntegrationPattern } from './integration-pattern.ts';
import { itemRelations, type ItemRelations } from './item-relations.ts';
import type { ContactCount } from './quality-terms.ts';
import { qualityTogether, type QualityTogether } from './quality-together.ts';
import { relationInputs } from './relation-inputs.ts';
import { associationCaution } from './relation-words.ts';
import {
  defaultRelationSettings,
  teamsInUse,
  type FidelityReviewKind,
  type RelationSettings,
  type RelationView,
  type TeamPeriod,
} from './team-period.ts';
import { teamRateFigures, type TeamRateFigures } from './team-rate-figures.ts';

export interface RelationsReport<Definition = JobEntryDefinition> {
  readonly definition: Definition;
  readonly settings: RelationSettings;
  /** Teams with enough clients. */
  readonly teamsUsed: number;
  /** Teams with too few, listed with their clients as this viewer may see them. */
  readonly teamsTooSmall: readonly { readonly teamId: string; readonly clients: DisclosedCount }[];
  readonly inputs: readonly InputRelation[];
  readonly integration: IntegrationPattern;
  readonly together: QualityTogether;
  readonly items: ItemRelations;
  readonly warnings: readonly string[];
  readonly caution: string;
}

const kindWords: Readonly<Record<FidelityReviewKind, string>> = {
  independent: 'independent reviews',
  'guided-self-assessment': 'guided self-assessments',
  'self-assessment': 'self-assessments',
};

/** Kinds of review with how many teams each stands for, said where they are mixed. */
function reviewKindWarning(used: readonly TeamPeriod[]): string[] {
  const kinds = used.flatMap(({ fidelityTotal, fidelityReviewKind: kind }) =>
    fidelityTotal === null || kind == null ? [] : [kind],
  );
  const found = (Object.keys(kindWords) as FidelityReviewKind[])
    .map((kind) => ({ kind, teams: kinds.filter((given) => given === kind).length }))
    .filter(({ teams }) => teams > 0);
  if (found.length < 2) return [];
  const list = found.map(({ kind, teams }) => `${teams} from ${kindWords[kind]}`).join(', ');
  return [
    `Fidelity totals come from different kinds of review: ${list}. Self-assessed totals run lower and scatter more in the one study that compared them.`,
  ];
}

/**
 * Everything the relations page says of a set of teams in one period.
 *
 * For: the relations page, its downloads and the meeting pack, which all show the same results.
 * Formula: inputRelation for each input, integrationPattern, qualityTogether and itemRelations, over the same
 * teams and settings.
 * @param teams one row a team, all of one period (a half-year, or two)
 * @param definition the named definition of the rate that jobEntries and clients follow; null where a file does not say
 * @param view who looks, and the small-number settings
 * @param options employer contacts counted strictly (the default) or in all modes, in the regression; what
 *   teamRateFigures gave for the same teams, view and settings, where it is at hand
 * @param settings rules of the relations
 * @returns all results as plain values, warnings to print, and the caution that this is no cause
 * @throws RangeError as teamsInUse
 * Source: outcome definitions, section 8. Checked: each part by its own test; this one by example.
 */
export function relationsReport<Definition extends JobEntryDefinition | null>(
  teams: readonly TeamPeriod[],
  definition: Definition,
  view: RelationView,
  options: { readonly contacts?: ContactCount; readonly figures?: TeamRateFigures } = {},
  settings: RelationSettings = defaultRelationSettings,
): RelationsReport<Definition> {
  const { used, tooSmall } = teamsInUse(teams, settings);
  const { fewestClients } = settings;
  const figures = options.figures ?? teamRateFigures(used, view, { fewestClients });
  const inputs = relationInputs.map((input) =>
    inputRelation(teams, input, view, settings, figures),
  );
  const without = inputs.filter(({ teamsWithoutInput }) => teamsWithoutInput > 0);
  const missing = without.map(
    ({ input, teamsWithoutInput }) => `${input.name}: ${teamsWithoutInput}`,
  );
  return {
    definition,
    settings,
    teamsUsed: used.length,
    teamsTooSmall: tooSmall.map(({ teamId, clients }) => ({
      teamId,
      clients: countFor(view.viewer, clients, view.policy),
    })),
    inputs,
    integration: integrationPattern(teams, view, settings, figures),
    together: qualityTogether(teams, view, options, settings),
    items: itemRelations(teams, view, settings),
    warnings: [
      ...reviewKindWarning(used),
      ...(missing.length === 0 ? [] : [`Teams without a known value: ${missing.join(', ')}.`]),
      'Several relations are looked at on one page: about one in twenty shows itself by chance alone where there is none.',
    ],
    caution: associationCaution,
  };
}
