import { DEMO_SEED, RECORDS_FROM } from './demo-constants.ts';
import { between, logNormal, streamOf } from './draw.ts';
import { consortiumSizes, serviceRegions, serviceStarts } from './roll-out.ts';

/**
 * What a team is like before a single record is drawn. Everything the demo's teams have in common comes from these
 * few numbers: `quality` moves job entry, and contacts, meetings and integration lean on it, each only in part.
 */
export interface TeamProfile {
  index: number;
  name: string;
  group: string;
  region: string;
  startDate: string;
  authorities: readonly string[];
  /** Number of the consortium, or undefined for a team on its own. */
  consortium: number | undefined;
  /** Employment specialists at full strength, without the leader. */
  specialists: number;
  /** Clients who come, as a share of the usual number for the team's hours. */
  inflow: number;
  /** Standard normal: the team's effect on job entry. */
  quality: number;
  /** Standard normal, related to quality: how well the team is part of the treatment service. */
  integration: number;
  /** Conversations with employers per full-time specialist and full week, messages included. */
  contactsAWeek: number;
  /** Share of these that are in person. */
  inPersonShare: number;
  /** How often clients are met, 1 being usual. */
  meetingPace: number;
}

/** The team whose leader, specialist and host service can sign in. */
export const DEMO_TEAM = 11;

/** Teams with very few clients, by index: a post unfilled, and two services that barely have referrals. */
const smallTeams: Readonly<Record<number, { specialists: number; inflow: number }>> = {
  38: { specialists: 1, inflow: 0.3 },
  57: { specialists: 1, inflow: 0.5 },
  83: { specialists: 2, inflow: 0.3 },
};

/** The consortium of each team: runs of teams of one region, so that a site is never spread over two. */
function consortia(regions: readonly string[]): Map<number, number> {
  const sizes = [...consortiumSizes];
  const found = new Map<number, number>();
  for (const region of new Set(regions)) {
    const size = sizes.shift();
    if (size === undefined) break;
    const members = regions.flatMap((own, index) => (own === region ? [index] : [])).slice(0, size);
    for (const member of members) found.set(member, consortiumSizes.length - sizes.length - 1);
  }
  return found;
}

export function teamProfiles(seed: number = DEMO_SEED): TeamProfile[] {
  const regions = serviceRegions(seed);
  const consortiumOf = consortia(regions);
  return serviceStarts(seed).map(({ group, startDate, authorities }, index) => {
    const random = streamOf(seed, 'profile', index);
    const quality = random.normal();
    const leaning = (weight: number) =>
      weight * quality + Math.sqrt(1 - weight * weight) * random.normal();
    const integration = leaning(0.5);
    const contactsAWeek = Math.min(8.5, Math.max(3, 5.6 + 1.1 * leaning(0.25)));
    const inPersonShare = Math.min(0.82, Math.max(0.45, 0.66 + 0.08 * leaning(0.15)));
    const meetingPace = Math.exp(0.2 * leaning(0.25));
    const size = index === DEMO_TEAM ? 5 : between(random, 3, 6);
    const usualInflow = logNormal(random, 0.12);
    const small = smallTeams[index];
    return {
      index,
      name: `${authorities[0] ?? ''} IPS`,
      group,
      region: regions[index] ?? '',
      startDate,
      authorities,
      consortium: consortiumOf.get(index),
      specialists: small?.specialists ?? size,
      inflow: small?.inflow ?? usualInflow,
      quality,
      integration,
      contactsAWeek,
      inPersonShare,
      meetingPace,
    };
  });
}

/** The first day for which the team has records. */
export function recordsFrom(team: TeamProfile): string {
  return team.startDate > RECORDS_FROM ? team.startDate : RECORDS_FROM;
}
