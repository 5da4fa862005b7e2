import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { SpecialistsTable } from '#db/schema/teams.ts';

import { insertRows, setUp } from './set-up.ts';

interface NewSpecialist extends Partial<SpecialistsTable> {
  /** Full-time equivalents by the day from which each holds. */
  patterns?: Readonly<Record<string, number>>;
  /** Parts of days by day: 1 a whole day, 0.5 half of one. */
  leave?: Readonly<Record<string, number>>;
}

/** A full-time employment specialist in post since January 2022, unless said otherwise. */
export async function aSpecialist(
  db: Db,
  teamId: string,
  { patterns, leave = {}, ...facts }: NewSpecialist = {},
): Promise<SpecialistsTable> {
  const id = randomUUID();
  const specialist: SpecialistsTable = {
    id,
    teamId,
    userId: null,
    name: `Specialist ${id.slice(0, 8)}`,
    role: 'employment-specialist',
    employedFrom: '2022-01-03',
    employedTo: null,
    version: 1,
    ...facts,
  };
  const hours = Object.entries(patterns ?? { [specialist.employedFrom]: 1 });
  const days = Object.entries(leave);
  await setUp(db, async (trx) => {
    await insertRows(trx, 'specialists', [specialist]);
    await insertRows(
      trx,
      'workingPatterns',
      hours.map(([fromDate, fte]) => ({ id: randomUUID(), specialistId: id, fromDate, fte })),
    );
    await insertRows(
      trx,
      'specialistLeave',
      days.map(([day, part]) => ({ id: randomUUID(), specialistId: id, day, part })),
    );
  });
  return specialist;
}
