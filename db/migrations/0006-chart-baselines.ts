import { sql, type Kysely } from 'kysely';

import { createTable, id, optionalText, optionalTo, text, to } from './column-helpers.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'chartBaselines', {
    id,
    teamId: to('teams.id'),
    measure: text,
    month: text,
    reason: text,
    createdAt: text,
    createdBy: optionalTo('users.id'),
    // Taken back by a person: the row stays, the chart no longer minds it.
    removedAt: optionalText,
    removedBy: optionalTo('users.id'),
  });
  // One at a time for each month of a measure; those taken back do not stand in the way.
  await db.schema
    .createIndex('chartBaselines_inForce_unique')
    .on('chartBaselines')
    .columns(['teamId', 'measure', 'month'])
    .where(sql.ref('removedAt'), 'is', null)
    .unique()
    .execute();
}
