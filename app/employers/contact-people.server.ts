import type { AppLoadContext } from '@remix-run/node';

import { signedInUser } from '#app/server/context.server.ts';
import { findSpecialistOfUser, listSpecialists } from '#db/queries/specialists.ts';
import { addDays } from '#scoring/calendar/iso-day.ts';

export interface Person {
  id: string;
  name: string;
}

export interface ContactPeople {
  /** The signed-in person's own row among the team's staff. */
  own: Person | null;
  /** Whom a contact can belong to; empty where only one's own contacts are logged. */
  choices: Person[];
}

/** People who left may still have contacts to be logged for a while. */
const daysAfterLeaving = 31;

/** An employment specialist logs own contacts; a team leader, or somebody without a row, chooses whose. */
export async function contactPeople(
  context: AppLoadContext,
  teamId: string,
): Promise<ContactPeople> {
  const user = signedInUser(context);
  const row = await findSpecialistOfUser(context.db, teamId, user.id);
  const own = row === undefined ? null : { id: row.id, name: row.name };
  if (own !== null && user.role === 'employment-specialist') return { own, choices: [] };
  const earliest = addDays(context.today, -daysAfterLeaving);
  const staff = await listSpecialists(context.db, teamId);
  const choices = staff
    .filter(({ employedTo }) => employedTo === null || employedTo >= earliest)
    .map(({ id, name }) => ({ id, name }));
  return { own, choices };
}
