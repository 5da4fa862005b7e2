import type { Kysely } from 'kysely';

/** Layouts of returns are never changed, since imports name them; but they can be retired. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('linkageLayouts').addColumn('retiredAt', 'text').execute();
  await db.schema
    .alterTable('linkageLayouts')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
