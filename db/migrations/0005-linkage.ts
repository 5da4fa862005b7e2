import { sql, type Kysely } from 'kysely';

import {
  createTable,
  id,
  integer,
  oneOf,
  optionalInteger,
  optionalText,
  optionalTo,
  text,
  version,
} from './column-helpers.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('clients')
    .addColumn('linkageConsent', 'text', (column) =>
      column
        .notNull()
        .defaultTo('not-known')
        .check(sql`linkage_consent in ('yes', 'no', 'not-known')`),
    )
    .execute();
  await createTable(db, 'linkageLayouts', {
    id,
    name: { ...text, unique: true },
    layout: text,
    createdAt: text,
    createdBy: optionalTo('users.id'),
  });
  await createTable(db, 'linkageImports', {
    id,
    name: text,
    linkageDate: text,
    layoutName: text,
    firstEnrolment: optionalText,
    lastEnrolment: optionalText,
    // What the sender says was sent, matched and returned.
    sent: integer,
    matched: integer,
    employmentRows: integer,
    contributionRows: optionalInteger,
    state: oneOf(
      'checking',
      'refused',
      'checked',
      'writing',
      'imported',
      'undone',
      'abandoned',
      'failed',
    ),
    roundId: optionalTo('linkedRounds.id'),
    counts: optionalText,
    errors: optionalInteger,
    // Of the process that reads or writes: once it has ended, what it left is cleaned up.
    processId: integer,
    createdAt: text,
    createdBy: optionalTo('users.id'),
    version,
  });
  await createTable(db, 'linkageExtracts', {
    id,
    linkageDate: text,
    clients: integer,
    sent: integer,
    leftOut: text,
    sha256: text,
    createdAt: text,
    createdBy: optionalTo('users.id'),
    receiptConfirmedOn: optionalText,
    deletedOn: optionalText,
    deletionRecordedAt: optionalText,
    deletionRecordedBy: optionalTo('users.id'),
    version,
  });
}
