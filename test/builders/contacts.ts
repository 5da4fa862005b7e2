import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { EmployerContactsTable, EmployersTable } from '#db/schema/work.ts';

import { insertRows, setUp, setUpAt } from './set-up.ts';

/** What an employer contact can be worth. */
const kinds = {
  /** Counts both ways: in person, with a say in hiring, for clients. */
  strict: { mode: 'in-person', answered: 1, undoneAt: null },
  /** A conversation, but not in person. */
  'all modes only': { mode: 'telephone', answered: 1, undoneAt: null },
  /** A message without an answer counts nowhere. */
  unanswered: { mode: 'message', answered: 0, undoneAt: null },
  /** Would count both ways, had it not been taken back. */
  undone: { mode: 'in-person', answered: 1, undoneAt: setUpAt },
} as const;

export type ContactKind = keyof typeof kinds;

/** So many contacts of one kind on a day, all with one employer. */
export async function contactsOf(
  db: Db,
  specialist: { id: string; teamId: string },
  kind: ContactKind,
  { day, count = 1, ...facts }: { day: string; count?: number } & Partial<EmployerContactsTable>,
): Promise<void> {
  const { id: specialistId, teamId } = specialist;
  const employer: EmployersTable = {
    id: randomUUID(),
    teamId,
    name: 'Harbour Bakery',
    nameKey: 'harbour bakery',
    postcode: null,
    createdAt: setUpAt,
  };
  const contacts = Array.from({ length: count }, (): EmployerContactsTable => ({
    id: randomUUID(),
    teamId,
    specialistId,
    employerId: employer.id,
    contactDate: day,
    ...kinds[kind],
    outcome: 'introduced',
    withWhom: 'has-say-in-hiring',
    forWhom: 'clients-in-general',
    note: '',
    nextStepDate: null,
    createdAt: setUpAt,
    createdBy: null,
    version: 1,
    ...facts,
  }));
  await setUp(db, async (trx) => {
    await insertRows(trx, 'employers', [employer]);
    await insertRows(trx, 'employerContacts', contacts);
  });
}
