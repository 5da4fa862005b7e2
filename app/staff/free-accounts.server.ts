import type { Account } from '#app/forms/staff.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listSpecialists, listTeamAccounts } from '#db/queries/specialists.ts';

/** Accounts of the team that nobody else on its staff signs in with. */
export async function freeAccounts(
  db: Db,
  teamId: string,
  specialistId?: string,
): Promise<Account[]> {
  const staff = await listSpecialists(db, teamId);
  const taken = staff.filter(({ id }) => id !== specialistId).map(({ userId }) => userId);
  const accounts = await listTeamAccounts(db, teamId);
  return accounts.filter(({ id }) => !taken.includes(id));
}
