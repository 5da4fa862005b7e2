import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { ClientMeetingsTable } from '#db/schema/work.ts';

import { insertRows, setUp, setUpAt } from './set-up.ts';

/** Meetings of a client on these days, in person and with nobody named unless said otherwise. */
export async function meetingsOf(
  db: Db,
  client: { id: string; teamId: string },
  days: readonly string[],
  facts: Partial<ClientMeetingsTable> = {},
): Promise<void> {
  const rows = days.map((meetingDate): ClientMeetingsTable => ({
    id: randomUUID(),
    teamId: client.teamId,
    clientId: client.id,
    specialistId: null,
    meetingDate,
    form: 'in-person',
    createdAt: setUpAt,
    createdBy: null,
    undoneAt: null,
    ...facts,
  }));
  await setUp(db, (trx) => insertRows(trx, 'clientMeetings', rows));
}
