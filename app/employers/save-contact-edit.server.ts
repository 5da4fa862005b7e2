import type { Actor } from '#db/audit/change.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  updateEmployerContact,
  type EmployerContactValues,
} from '#db/queries/employer-contacts.ts';

import { savedEmployerId, type EmployerChoice } from './choose-employer.server.ts';

export interface ContactEdit {
  id: string;
  version: number;
  employer: Extract<EmployerChoice, { kind: 'known' | 'new' }>;
  values: Omit<EmployerContactValues, 'employerId'>;
}

/** False when somebody else saved first: nothing is changed then. */
export async function saveContactEdit(
  db: Db,
  actor: Actor,
  teamId: string,
  { id, version, employer, values }: ContactEdit,
): Promise<boolean> {
  try {
    await inChange(db, actor, async (trx, record) => {
      const employerId = await savedEmployerId(trx, record, teamId, employer, actor.at);
      const contact = { id, version, values: { ...values, employerId } };
      await updateEmployerContact(trx, record, teamId, contact);
    });
    return true;
  } catch (error) {
    if (error instanceof StaleVersionError) return false;
    throw error;
  }
}
