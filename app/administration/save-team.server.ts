import type { FieldError } from '#app/forms/form-values.ts';
import type { TeamAnswers } from '#app/forms/team.ts';
import { inChange, type RecordChange, type Trx } from '#db/audit/change.ts';
import { createOnce } from '#db/audit/create-once.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  findTeamIdByName,
  insertHostService,
  insertSite,
  insertTeam,
  listSites,
  updateTeam,
  type TeamValues,
} from '#db/queries/team-register.ts';
import { listHostServices } from '#db/queries/user-accounts.ts';

type Actor = Parameters<typeof createOnce>[1];

/** Refused for a reason that only the register knows; nothing of the change is kept. */
class TeamRefusedError extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

export type TeamOutcome = { ok: true; location: string } | { ok: false; error: FieldError };

export async function createTeam(
  db: Db,
  actor: Actor,
  submissionId: string,
  team: TeamAnswers,
): Promise<TeamOutcome> {
  return orRefused(async () => {
    const { location } = await createOnce(db, actor, submissionId, async (trx, record) => {
      const values = await valuesOf(trx, record, team);
      const id = await insertTeam(trx, record, values, team.authorities);
      return { location: `/admin/teams?saved=${id}` };
    });
    return location;
  });
}

/** Throws StaleVersionError where somebody else saved first. */
export async function saveTeam(
  db: Db,
  actor: Actor,
  key: { teamId: string; version: number },
  team: TeamAnswers,
): Promise<TeamOutcome> {
  return orRefused(async () => {
    await inChange(db, actor, async (trx, record) => {
      const values = await valuesOf(trx, record, team, key.teamId);
      await updateTeam(trx, record, key, values, team.authorities);
    });
    return `/admin/teams?saved=${key.teamId}`;
  });
}

async function orRefused(save: () => Promise<string>): Promise<TeamOutcome> {
  try {
    return { ok: true, location: await save() };
  } catch (error) {
    if (!(error instanceof TeamRefusedError)) throw error;
    return { ok: false, error: { field: error.field, message: error.message } };
  }
}

async function valuesOf(
  trx: Trx,
  record: RecordChange,
  team: TeamAnswers,
  ownId?: string,
): Promise<TeamValues> {
  const { name, region, ipsProvider, startDate, endDate } = team;
  const namesake = await findTeamIdByName(trx, name);
  if (namesake !== undefined && namesake !== ownId) {
    throw new TeamRefusedError('name', 'Another team has this name: choose a different one');
  }
  const hostServiceId = await hostServiceIdOf(trx, record, team.hostService);
  const siteId = await siteIdOf(trx, record, team.site);
  return { name, region, ipsProvider, startDate, endDate, hostServiceId, siteId };
}

/** A typed service that is known already by name and provider is that one. */
async function hostServiceIdOf(
  trx: Trx,
  record: RecordChange,
  choice: TeamAnswers['hostService'],
): Promise<string | null> {
  if (choice.kind === 'none') return null;
  const known = await listHostServices(trx);
  if (choice.kind === 'known') {
    if (known.some(({ id }) => id === choice.id)) return choice.id;
    throw new TeamRefusedError('hostService', 'Choose the host service');
  }
  const { name, provider } = choice;
  const same = known.find((host) => isSame(host.name, name) && isSame(host.provider, provider));
  return same?.id ?? insertHostService(trx, record, { name, provider });
}

async function siteIdOf(
  trx: Trx,
  record: RecordChange,
  choice: TeamAnswers['site'],
): Promise<string | null> {
  if (choice.kind === 'none') return null;
  const known = await listSites(trx);
  if (choice.kind === 'known') {
    if (known.some(({ id }) => id === choice.id)) return choice.id;
    throw new TeamRefusedError('site', 'Choose the site');
  }
  const same = known.find(({ name }) => isSame(name, choice.name));
  return same?.id ?? insertSite(trx, record, choice.name);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
