import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { MeetingReturnsTable } from '#db/schema/work.ts';

import { insertRows, setUp, setUpAt } from './set-up.ts';

/** Clients by meetings since enrolment: none, 1 to 4, 5 to 8, 9 to 12, 13 or more. */
export type Bands = readonly [number, number, number, number, number];

/** A month's return; the five bands make up the clients on the books. */
export async function aMeetingReturn(
  db: Db,
  teamId: string,
  month: string,
  { meetings, bands }: { meetings: number; bands: Bands },
): Promise<void> {
  const [clientsWith0, clientsWith1To4, clientsWith5To8, clientsWith9To12, clientsWith13OrMore] =
    bands;
  const row: MeetingReturnsTable = {
    id: randomUUID(),
    teamId,
    month,
    clientsOnBooks: bands.reduce((sum, clients) => sum + clients, 0),
    meetingsHeld: meetings,
    clientsWith0,
    clientsWith1To4,
    clientsWith5To8,
    clientsWith9To12,
    clientsWith13OrMore,
    updatedAt: setUpAt,
    updatedBy: null,
    version: 1,
  };
  await setUp(db, (trx) => insertRows(trx, 'meetingReturns', [row]));
}
