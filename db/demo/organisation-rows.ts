import type {
  HostServicesTable,
  SitesTable,
  TeamLocalAuthoritiesTable,
  TeamsTable,
} from '../schema/teams.ts';
import { isDrawn, pick, streamOf } from './draw.ts';
import type { Identities } from './identities.ts';
import { ipsProviders, treatmentProviders } from './names/organisation-names.ts';
import type { TeamProfile } from './team-profiles.ts';

export interface OrganisationRows {
  hostServices: HostServicesTable[];
  sites: SitesTable[];
  teams: TeamsTable[];
  localAuthorities: TeamLocalAuthoritiesTable[];
}

function providersOf(team: TeamProfile, seed: number): { ipsProvider: string; provider: string } {
  const random = streamOf(seed, 'organisations', team.index);
  const ipsProvider = pick(random, ipsProviders);
  const runsTreatment = (treatmentProviders as readonly string[]).includes(ipsProvider);
  const isSame = runsTreatment && isDrawn(random, 0.6);
  return { ipsProvider, provider: isSame ? ipsProvider : pick(random, treatmentProviders) };
}

/** Teams whose provider also runs the treatment service. */
export function teamsWithOneProvider(profiles: readonly TeamProfile[], seed: number): Set<number> {
  const same = profiles.filter((team) => {
    const { ipsProvider, provider } = providersOf(team, seed);
    return ipsProvider === provider;
  });
  return new Set(same.map(({ index }) => index));
}

/** One host service for each team, run by the team's own provider in about one case of four. */
export function organisationRows(
  profiles: readonly TeamProfile[],
  ids: Identities,
  seed: number,
): OrganisationRows {
  const rows: OrganisationRows = { hostServices: [], sites: [], teams: [], localAuthorities: [] };
  for (const team of profiles) {
    const { ipsProvider, provider } = providersOf(team, seed);
    const place = team.authorities[0] ?? '';
    rows.hostServices.push({
      id: ids.hostService(team.index),
      name: `${place} Drug and Alcohol Service`,
      provider,
    });
    const siteId = team.consortium === undefined ? null : ids.site(team.consortium);
    if (siteId !== null && !rows.sites.some(({ id }) => id === siteId)) {
      rows.sites.push({ id: siteId, name: `${place} Consortium` });
    }
    rows.teams.push({
      id: ids.team(team.index),
      name: team.name,
      hostServiceId: ids.hostService(team.index),
      siteId,
      ipsProvider,
      region: team.region,
      startDate: team.startDate,
      endDate: null,
      version: 1,
    });
    for (const localAuthority of team.authorities) {
      rows.localAuthorities.push({
        id: ids.localAuthority(localAuthority),
        teamId: ids.team(team.index),
        localAuthority,
        fromDate: team.startDate,
        toDate: null,
      });
    }
  }
  return rows;
}
