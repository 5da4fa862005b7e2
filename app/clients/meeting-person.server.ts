import type { AppLoadContext } from '@remix-run/node';

import { contactPeople } from '#app/employers/contact-people.server.ts';

/** Who met the client: oneself for an employment specialist, else the one chosen; nobody is an answer too. */
export async function meetingPerson(
  context: AppLoadContext,
  teamId: string,
  sent: string,
): Promise<string | null> {
  const { own, choices } = await contactPeople(context, teamId);
  if (choices.length === 0) return own?.id ?? null;
  return choices.find(({ id }) => id === sent)?.id ?? null;
}
