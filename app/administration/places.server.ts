import type { FieldError } from '#app/forms/form-values.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listTeams } from '#db/queries/teams.ts';
import { listHostServices } from '#db/queries/user-accounts.ts';

import type { Places } from './user-fields.tsx';

/** Teams and host services to choose from; teams that have ended say so. */
export async function placesToChoose(db: Db, today: string): Promise<Places> {
  const teams = await listTeams(db);
  const hosts = await listHostServices(db);
  const isOver = (endDate: string | null) => endDate !== null && endDate < today;
  return {
    teams: teams.map(({ id, name, endDate }) => ({
      value: id,
      label: isOver(endDate) ? `${name} (ended)` : name,
    })),
    hostServices: hosts.map(({ id, name, provider }) => ({
      value: id,
      label: `${name}, ${provider}`,
    })),
  };
}

interface Chosen {
  teamId: string | null;
  hostServiceId: string | null;
}

/** The error of a place that is none of those offered: the list may have changed since the page was read. */
export function placeError(
  { teams, hostServices }: Places,
  chosen: Chosen,
): FieldError | undefined {
  const isKnown = (items: Places['teams'], id: string | null) =>
    id === null || items.some(({ value }) => value === id);
  if (!isKnown(teams, chosen.teamId)) return { field: 'teamId', message: 'Choose the team' };
  if (!isKnown(hostServices, chosen.hostServiceId)) {
    return { field: 'hostServiceId', message: 'Choose the host service' };
  }
  return undefined;
}

export function placeName(places: Places, { teamId, hostServiceId }: Chosen): string {
  const items = [...places.teams, ...places.hostServices];
  return items.find(({ value }) => value === (teamId ?? hostServiceId))?.label ?? '';
}
