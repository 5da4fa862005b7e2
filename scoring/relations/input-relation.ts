import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import { countFor } from '#scoring/disclosure/figure-for.ts';
import {
  pearsonCorrelation,
  smallestDetectableCorrelation,
  spearmanCorrelation,
  type ComputedCorrelation,
} from '#scoring/statistics/correlation.ts';
import { publishedStudies, type PublishedStudy } from './published-studies.ts';
import type { RelationInput } from './relation-inputs.ts';
import { associationCaution, decimals, estimateWords } from './relation-words.ts';
import { smallestSignificantCorrelation } from './smallest-significant-correlation.ts';
import {
  defaultRelationSettings,
  fewestTeamsFor,
  rateOfTeam,
  teamsInUse,
  type RelationSettings,
  type RelationView,
  type TeamPeriod,
} from './team-period.ts';
import { teamRateFigures, type TeamRateFigures } from './team-rate-figures.ts';

export interface RelationPoint {
  readonly teamId: string;
  /** The input, in its own unit. */
  readonly x: number;
  /** The rate as this viewer may see it. */
  readonly figure: Figure;
}

interface RelationBase {
  readonly input: RelationInput;
  /** Teams with enough clients and a known input. */
  readonly teams: number;
  /** Teams with enough clients whose input is not known. */
  readonly teamsWithoutInput: number;
  /** Teams with too few clients, not used. */
  readonly teamsTooSmall: number;
  readonly points: readonly RelationPoint[];
  /** Teams used but left out of picture and table, since their rate, or the input, is hidden. */
  readonly hiddenTeams: number;
  /** The correlation this many teams find in four of five cases; null under four teams. */
  readonly smallestDetectable: number | null;
  /** The correlation below which this many teams give nothing significant; null under three teams. */
  readonly smallestSignificant: number | null;
  readonly sentence: string;
  readonly caution: string;
  /** Published relations to show beside; empty where none was published. */
  readonly published: readonly PublishedStudy[];
}

export type InputRelation = RelationBase &
  (
    | {
        readonly status: 'computed';
        readonly pearson: ComputedCorrelation;
        readonly spearman: ComputedCorrelation;
        /** Sign of the association where its interval leaves 0, else 'not-clear'. */
        readonly direction: 'higher' | 'lower' | 'not-clear';
      }
    | { readonly status: 'too-few'; readonly teamsNeeded: number }
    | { readonly status: 'no-spread' }
  );

function directionOf({ lower, upper }: ComputedCorrelation): 'higher' | 'lower' | 'not-clear' {
  if (lower > 0) return 'higher';
  return upper < 0 ? 'lower' : 'not-clear';
}

function sentenceOf(
  input: RelationInput,
  pearson: ComputedCorrelation,
  settings: RelationSettings,
): string {
  const { r, lower, upper, n, smallestDetectable } = pearson;
  const numbers = estimateWords('r', { value: r, lower, upper }, settings.level);
  if (n < settings.fewestTeams) {
    const least = decimals(smallestSignificantCorrelation(n));
    return `Too few teams for a statement: over ${n} teams ${numbers}, and any r between −${least} and ${least} is within chance.`;
  }
  const direction = directionOf(pearson);
  if (direction === 'not-clear') {
    return `Over ${n} teams no clear association of job entry with ${input.subject} (${numbers}). This many teams find an r of ${decimals(smallestDetectable)} in four of five cases.`;
  }
  return `Over ${n} teams, job entry is ${direction} where ${input.subject} is higher (${numbers}).`;
}

/** A mean over few people is hidden from others as a small count is. */
function isInputShown(team: TeamPeriod, input: RelationInput, view: RelationView): boolean {
  const people = input.peopleBehind?.(team);
  return people === undefined || countFor(view.viewer, people, view.policy).shown !== null;
}

/**
 * One side of service quality against the job-entry rate, over teams.
 *
 * For: the scatter plots and sentences of the relations page.
 * Formula: Pearson (interval by Fisher's z) and Spearman (Bonett and Wright) of input and rate over the teams
 * with at least 10 clients and a known input, from unrounded counts; every team has the same weight.
 * @param teams one row a team, all of one period and one definition of the rate
 * @param input one of relationInputs
 * @param view who looks, and the small-number settings
 * @param settings fewest clients and teams, confidence
 * @param figures what teamRateFigures gave for the same teams, view and settings, where it is at hand
 * @returns correlations, what this many teams can find, points to draw, a sentence that claims no cause;
 *   'too-few' below 10 teams (4 for who may see everything), 'no-spread' where all teams are the same
 * @throws RangeError as teamsInUse, or for an input that is not finite
 * Source: outcome definitions, section 8. Checked against teams.expected.json (R).
 */
export function inputRelation(
  teams: readonly TeamPeriod[],
  input: RelationInput,
  view: RelationView,
  settings: RelationSettings = defaultRelationSettings,
  figures?: TeamRateFigures,
): InputRelation {
  const { used, tooSmall } = teamsInUse(teams, settings);
  const known = used.flatMap((team) => {
    const x = input.valueOf(team);
    return x === null ? [] : [{ team, x }];
  });
  const n = known.length;
  const { figureOf, isShown } =
    figures ?? teamRateFigures(used, view, { fewestClients: settings.fewestClients });
  const shown = known.filter(({ team }) => isShown(team) && isInputShown(team, input, view));
  const base = {
    input,
    teams: n,
    teamsWithoutInput: used.length - n,
    teamsTooSmall: tooSmall.length,
    points: shown.map(({ team, x }) => ({ teamId: team.teamId, x, figure: figureOf(team) })),
    hiddenTeams: n - shown.length,
    smallestDetectable: n < 4 ? null : smallestDetectableCorrelation(n),
    smallestSignificant: n < 3 ? null : smallestSignificantCorrelation(n),
    caution: associationCaution,
    published: input.key === 'fidelity' ? publishedStudies : [],
  };
  const teamsNeeded = fewestTeamsFor(view, settings);
  if (n < teamsNeeded) {
    const sentence = `Too few teams for a statement: ${n} with ${input.subject} known, ${teamsNeeded} needed.`;
    return { ...base, status: 'too-few', teamsNeeded, sentence };
  }
  const x = known.map((team) => team.x);
  const rates = known.map(({ team }) => rateOfTeam(team));
  const pearson = pearsonCorrelation(x, rates, settings.level);
  const spearman = spearmanCorrelation(x, rates, settings.level);
  if (pearson.status !== 'computed' || spearman.status !== 'computed') {
    const sentence = `No association can be worked out: ${input.subject}, or the rate, is the same in all ${n} teams.`;
    return { ...base, status: 'no-spread', sentence };
  }
  const sentence = sentenceOf(input, pearson, settings);
  return {
    ...base,
    status: 'computed',
    pearson,
    spearman,
    direction: n < settings.fewestTeams ? 'not-clear' : directionOf(pearson),
    sentence,
  };
}
