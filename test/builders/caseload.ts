import type { Db } from '#db/connection/open-database.ts';

import { clientsOf } from './clients.ts';
import { meetingsOf } from './meetings.ts';
import { aSpecialist } from './staff.ts';

const monthEnds = [
  '2025-12-31',
  '2026-01-31',
  '2026-02-28',
  '2026-03-31',
  '2026-04-30',
  '2026-05-31',
];

/**
 * A team whose caseload is 26 for a full-time specialist on any day of June 2026: 13 clients, each met at the six month
 * ends, and one half-time specialist.
 */
export async function aCaseloadOf26(db: Db, teamId: string): Promise<void> {
  await aSpecialist(db, teamId, { name: 'Amal Aziz', patterns: { '2024-01-08': 0.5 } });
  const clients = Array.from({ length: 13 }, () => ({ enrolmentDate: '2025-11-03' }));
  for (const id of await clientsOf(db, teamId, clients))
    await meetingsOf(db, { id, teamId }, monthEnds);
}
