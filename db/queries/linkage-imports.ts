import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { LinkageImportState, LinkageImportsTable } from '../schema/linkage.ts';

/** What an analyst says of a return before it is read. */
export type LinkageImportValues = Pick<
  LinkageImportsTable,
  | 'name'
  | 'linkageDate'
  | 'layoutName'
  | 'firstEnrolment'
  | 'lastEnrolment'
  | 'sent'
  | 'matched'
  | 'employmentRows'
  | 'contributionRows'
>;

/** What was found in the files. Of people left out there are counts only. */
export interface LinkageImportCounts {
  people: number;
  spells: number;
  payments: number | null;
  included: number;
  leftOut: { reason: string; count: number }[];
  passedOver: string[];
}

export type LinkageImport = Omit<LinkageImportsTable, 'counts' | 'createdBy'> & {
  counts: LinkageImportCounts | null;
};

const entity = 'linkage import';

/** A new import, which is being checked by the process of this number. */
export async function insertLinkageImport(
  trx: Trx,
  record: RecordChange,
  actor: Actor,
  { id, values, processId }: { id: string; values: LinkageImportValues; processId: number },
): Promise<void> {
  await trx
    .insertInto('linkageImports')
    .values({
      id,
      ...values,
      state: 'checking',
      roundId: null,
      counts: null,
      errors: null,
      processId,
      createdAt: actor.at,
      createdBy: actor.userId,
      version: 1,
    })
    .execute();
  await record({ action: 'insert', entity, entityId: id });
}

export async function findLinkageImport(db: Db, id: string): Promise<LinkageImport | undefined> {
  const row = await db
    .selectFrom('linkageImports')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && withCounts(row);
}

/** The import that a round came from; a demonstration's first round came from none. */
export async function findImportOfRound(
  db: Db,
  roundId: string,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('linkageImports')
    .select('id')
    .where('roundId', '=', roundId)
    .where('state', '=', 'imported')
    .executeTakeFirst();
}

/** The newest first. */
export async function listLinkageImports(db: Db): Promise<LinkageImport[]> {
  const rows = await db
    .selectFrom('linkageImports')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(withCounts);
}

function withCounts({ counts, createdBy: _by, ...row }: LinkageImportsTable): LinkageImport {
  return {
    ...row,
    counts: counts === null ? null : (JSON.parse(counts) as LinkageImportCounts),
  };
}

export interface ImportMove {
  from: LinkageImportState;
  to: LinkageImportState;
  counts?: LinkageImportCounts;
  errors?: number;
  roundId?: string;
}

/** Takes an import from one state to the next; somebody who was first makes it fail. */
export async function moveLinkageImport(
  trx: Trx,
  record: RecordChange,
  id: string,
  { from, to, counts, errors, roundId }: ImportMove,
): Promise<void> {
  const result = await trx
    .updateTable('linkageImports')
    .set((eb) => ({
      state: to,
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(errors === undefined ? {} : { errors }),
      ...(roundId === undefined ? {} : { roundId }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new StaleVersionError(entity);
  await record({ action: to, entity, entityId: id, detail: { from } });
}

const unfinished: LinkageImportState[] = ['checking', 'checked', 'writing'];

/** Imports that somebody still works on, or that a process left when it ended. */
export async function listUnfinishedImports(db: Db): Promise<LinkageImport[]> {
  const rows = await db
    .selectFrom('linkageImports')
    .selectAll()
    .where('state', 'in', unfinished)
    .execute();
  return rows.map(withCounts);
}
