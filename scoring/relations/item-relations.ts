import { spearmanCorrelation } from '#scoring/statistics/correlation.ts';
import { benjaminiHochberg } from '#scoring/statistics/multiple-testing.ts';
import { associationCaution } from './relation-words.ts';
import {
  defaultRelationSettings,
  fewestTeamsFor,
  rateOfTeam,
  teamsInUse,
  type RelationSettings,
  type RelationView,
  type TeamPeriod,
} from './team-period.ts';

/** Items of the fidelity scale: the number of tests the adjustment allows for. */
const ITEMS = 25;

export type ItemRelation = { readonly item: number; readonly teams: number } & (
  | {
      readonly status: 'computed';
      readonly rho: number;
      readonly lower: number;
      readonly upper: number;
      readonly p: number;
      /** Adjusted for 25 items after Benjamini and Hochberg. */
      readonly adjustedP: number;
      /** Whether the adjusted p is at most the share of false findings allowed. */
      readonly isFinding: boolean;
    }
  /** Too few teams have the item scored, or all have the same score. */
  | { readonly status: 'too-few' | 'no-spread' }
);

export type ItemRelations = {
  readonly teams: number;
  readonly teamsWithoutItems: number;
  readonly teamsTooSmall: number;
  readonly caution: string;
  readonly sentence: string;
} & (
  | { readonly status: 'computed'; readonly items: readonly ItemRelation[] }
  | { readonly status: 'too-few'; readonly teamsNeeded: number }
);

/**
 * Each item of the fidelity scale against the job-entry rate, over teams.
 *
 * For: the table of 25 items on the relations page.
 * Formula: Spearman of item score and rate (p from t, n - 2; interval of Bonett and Wright); the 25 p values
 * adjusted after Benjamini and Hochberg, a finding being an adjusted p of at most 5%. An item without a p value, because
 * all teams score the same or too few have it, counts as p = 1, so that there are always 25.
 * @param teams one row a team, all of one period and one definition of the rate
 * @param view who looks, and the small-number settings
 * @param settings fewest clients and teams, confidence, share of false findings
 * @returns 25 rows in the scale's order, or 'too-few' below 10 teams (4 for who may see everything)
 * @throws RangeError as teamsInUse
 * Source: outcome definitions, section 8. Checked against values computed in R (item-relations.expected.json).
 */
export function itemRelations(
  teams: readonly TeamPeriod[],
  view: RelationView,
  settings: RelationSettings = defaultRelationSettings,
): ItemRelations {
  const { used, tooSmall } = teamsInUse(teams, settings);
  const scored = used.filter(({ itemScores }) => itemScores !== null);
  const teamsNeeded = fewestTeamsFor(view, settings);
  const base = {
    teams: scored.length,
    teamsWithoutItems: used.length - scored.length,
    teamsTooSmall: tooSmall.length,
    caution: associationCaution,
  };
  if (scored.length < teamsNeeded) {
    const sentence = `Too few teams for a statement: ${scored.length} with item scores, ${teamsNeeded} needed.`;
    return { ...base, status: 'too-few', teamsNeeded, sentence };
  }
  const tests = Array.from({ length: ITEMS }, (_, index) => {
    const item = index + 1;
    const pairs = scored.flatMap((team) => {
      const score = team.itemScores?.[item];
      return score == null ? [] : [{ score, rate: rateOfTeam(team) }];
    });
    const spearman = spearmanCorrelation(
      pairs.map(({ score }) => score),
      pairs.map(({ rate }) => rate),
      settings.level,
    );
    const isEnough = pairs.length >= teamsNeeded;
    return { item, teams: pairs.length, spearman, isEnough };
  });
  const pValues = tests.map(({ spearman, isEnough }) =>
    isEnough && spearman.status === 'computed' ? spearman.p : 1,
  );
  const adjusted = benjaminiHochberg(pValues);
  const items = tests.map(({ item, teams: n, spearman, isEnough }, index): ItemRelation => {
    if (!isEnough) return { item, teams: n, status: 'too-few' };
    if (spearman.status !== 'computed') return { item, teams: n, status: 'no-spread' };
    const { r: rho, lower, upper, p } = spearman;
    const adjustedP = adjusted[index] ?? 1;
    const isFinding = adjustedP <= settings.falseDiscoveryRate;
    return { item, teams: n, status: 'computed', rho, lower, upper, p, adjustedP, isFinding };
  });
  const findings = items.filter((row) => row.status === 'computed' && row.isFinding).length;
  const sentence = `Over ${scored.length} teams, ${findings} of ${ITEMS} items are associated with job entry once ${ITEMS} tests are allowed for.`;
  return { ...base, status: 'computed', items, sentence };
}
