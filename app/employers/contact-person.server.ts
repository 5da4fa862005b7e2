import type { AppLoadContext } from '@remix-run/node';

import type { FieldError } from '#app/forms/form-values.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { findSpecialist, findSpecialistOfUser } from '#db/queries/specialists.ts';

export type ContactPerson = { ok: true; id: string } | { ok: false; error: FieldError };

/** Whose contact it is. For a new one, an employment specialist's own whatever was sent. */
export async function contactPerson(
  context: AppLoadContext,
  teamId: string,
  { specialistId, contactDate }: { specialistId: string; contactDate: string },
  { ownOnly }: { ownOnly: boolean },
): Promise<ContactPerson> {
  const user = signedInUser(context);
  const own = await findSpecialistOfUser(context.db, teamId, user.id);
  const isOwn = ownOnly && own !== undefined && user.role === 'employment-specialist';
  const person = isOwn ? own : await findSpecialist(context.db, teamId, specialistId);
  if (person === undefined) return refusal('Choose who made the contact');
  if (contactDate < person.employedFrom || contactDate > (person.employedTo ?? contactDate)) {
    return refusal('The contact must lie within the time this person was employed', 'contactDate');
  }
  return { ok: true, id: person.id };
}

function refusal(message: string, field = 'specialistId'): ContactPerson {
  return { ok: false, error: { field, message } };
}
