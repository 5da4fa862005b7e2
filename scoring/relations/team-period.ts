import type { DisclosurePolicy, Viewer } from '#scoring/disclosure/disclosure-policy.ts';
import type { ItemScores } from '#scoring/fidelity/total.ts';

/** From the lowest to the highest; a trend scores them 1, 2, 3. */
export const integrationLevels = ['low', 'medium', 'high'] as const;
export type IntegrationLevelKey = (typeof integrationLevels)[number];

export type FidelityReviewKind = 'independent' | 'guided-self-assessment' | 'self-assessment';

/** One team in one period: the unit of every relation. Null means not known. */
export interface TeamPeriod {
  readonly teamId: string;
  /** Denominator and numerator of the job-entry rate under one named definition. */
  readonly clients: number;
  readonly jobEntries: number;
  /** Total of the fidelity review in force, 25 to 125. */
  readonly fidelityTotal: number | null;
  /** Kind of that review; leaving it out means it was not recorded. */
  readonly fidelityReviewKind?: FidelityReviewKind | null;
  /** Its item scores by item number, 1 to 5. */
  readonly itemScores: ItemScores | null;
  readonly integrationLevel: IntegrationLevelKey | null;
  /** Employer contacts per working week of a specialist, counted strictly. */
  readonly contactsPerWeek: number | null;
  /** The same in all modes. */
  readonly contactsPerWeekAllModes: number | null;
  readonly meetingsPerClientMonth: number | null;
  /** People that is a mean over; leaving it out means the clients of the rate. */
  readonly clientsBehindMeetings?: number | null;
}

/** Rules of the relations, dated data like every other setting (all ours). */
export interface RelationSettings {
  /** Teams with fewer clients are listed, not used. */
  readonly fewestClients: number;
  /** Fewer teams than this carry no statement. */
  readonly fewestTeams: number;
  /** Teams beyond the coefficients of the regression that it must have. */
  readonly fewestResidualDegrees: number;
  /** Calendar months for which a fidelity review stays in force. */
  readonly longestReviewAgeMonths: number;
  /** Confidence of the intervals, 0 to 1. */
  readonly level: number;
  /** Share of false findings allowed among the findings on single items, 0 to 1. */
  readonly falseDiscoveryRate: number;
}

export const defaultRelationSettings: RelationSettings = {
  fewestClients: 10,
  fewestTeams: 10,
  fewestResidualDegrees: 10,
  longestReviewAgeMonths: 24,
  level: 0.95,
  falseDiscoveryRate: 0.05,
};

/** Who looks, and the small-number settings: every result of this folder is made for them. */
export interface RelationView {
  readonly viewer: Viewer;
  readonly policy: DisclosurePolicy;
}

/** A correlation has no interval under four pairs, a trend no residuals under four teams. */
const FEWEST_TO_COMPUTE = 4;

/**
 * Teams a statistic must be over to be given to this viewer: ten (the settings), but four for those who may
 * see everything, as with figures already published.
 */
export function fewestTeamsFor(view: RelationView, settings: RelationSettings): number {
  return view.viewer === 'own-team'
    ? FEWEST_TO_COMPUTE
    : Math.max(settings.fewestTeams, view.policy.fewestTeams);
}

/** Job-entry rate of a team, 0 to 1. */
export function rateOfTeam({ jobEntries, clients }: TeamPeriod): number {
  return jobEntries / clients;
}

function requireTeamPeriods(teams: readonly TeamPeriod[]): void {
  for (const { teamId, clients, jobEntries } of teams) {
    const isCount = [clients, jobEntries].every((n) => Number.isSafeInteger(n) && n >= 0);
    if (!isCount || jobEntries > clients) {
      throw new RangeError(
        `teamsInUse: job entries of ${teamId} must be a whole number from 0 to its clients`,
      );
    }
  }
  if (new Set(teams.map(({ teamId }) => teamId)).size !== teams.length) {
    throw new RangeError('teamsInUse: each team must stand in a set once, with one period');
  }
}

export interface TeamsInUse {
  readonly used: readonly TeamPeriod[];
  /** Listed on the page, used in no statistic. */
  readonly tooSmall: readonly TeamPeriod[];
}

/**
 * The teams that carry the relations, and those with too few clients.
 *
 * For: the head of the relations page, and every function beside it. Rule: at least 10 clients.
 * @param teams one row a team, all of one period (a half-year, or two) and one definition of the rate
 * @param settings the fewest clients
 * @returns teams used and teams listed only, in the order given
 * @throws RangeError for counts that are not 0 <= job entries <= clients, or a team that stands there twice:
 *   several periods of a team are not independent and need random intercepts
 * Source: outcome definitions, section 8 (ours). Checked: by example at 9 and 10 clients.
 */
export function teamsInUse(
  teams: readonly TeamPeriod[],
  settings: RelationSettings = defaultRelationSettings,
): TeamsInUse {
  requireTeamPeriods(teams);
  const isUsed = ({ clients }: TeamPeriod): boolean =>
    clients > 0 && clients >= settings.fewestClients;
  return { used: teams.filter(isUsed), tooSmall: teams.filter((team) => !isUsed(team)) };
}
