import type { Db } from '#db/connection/open-database.ts';
import { listRecentEmployers, type Employer } from '#db/queries/employers.ts';

/** One tap each: as many as fit on a phone's screen besides "another employer". */
const shown = 5;

/** Employers met lately by this person, filled up with the team's own. */
export async function recentEmployers(
  db: Db,
  teamId: string,
  specialistId: string | undefined,
  first: readonly Employer[] = [],
): Promise<Employer[]> {
  const own =
    specialistId === undefined
      ? []
      : await listRecentEmployers(db, teamId, { specialistId, limit: shown });
  const ofTeam =
    own.length >= shown ? [] : await listRecentEmployers(db, teamId, { limit: 2 * shown });
  const byId = new Map([...first, ...own, ...ofTeam].map((employer) => [employer.id, employer]));
  return [...byId.values()].slice(0, shown);
}
