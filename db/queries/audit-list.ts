import type { Db } from '../connection/open-database.ts';

/** An audit record as it is read: who by name, never by address. */
export interface AuditRow {
  seq: number;
  at: string;
  /** null for set-up commands. */
  actorName: string | null;
  action: string;
  entity: string;
  teamName: string | null;
  /** JSON. */
  detail: string;
}

export interface AuditFilter {
  entity: string | undefined;
  /** From this time stamp on … */
  from: string | undefined;
  /** … up to, not including, this one. */
  before: string | undefined;
}

function matching(db: Db, { entity, from, before }: AuditFilter) {
  let query = db.selectFrom('auditRecords as entry');
  if (entity !== undefined) query = query.where('entry.entity', '=', entity);
  if (from !== undefined) query = query.where('entry.at', '>=', from);
  if (before !== undefined) query = query.where('entry.at', '<', before);
  return query;
}

/** Newest first. */
export async function listAuditRecords(
  db: Db,
  { limit, offset, ...filter }: AuditFilter & { limit: number; offset: number },
): Promise<AuditRow[]> {
  return matching(db, filter)
    .leftJoin('users as actor', 'actor.id', 'entry.actorId')
    .leftJoin('teams as team', 'team.id', 'entry.teamId')
    .select([
      'entry.seq',
      'entry.at',
      'actor.name as actorName',
      'entry.action',
      'entry.entity',
      'team.name as teamName',
      'entry.detail',
    ])
    .orderBy('entry.seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countAuditRecords(db: Db, filter: AuditFilter): Promise<number> {
  const row = await matching(db, filter)
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

/** Kinds of thing that have a record, by name. */
export async function listAuditedEntities(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('auditRecords')
    .select('entity')
    .distinct()
    .orderBy('entity')
    .execute();
  return rows.map(({ entity }) => entity);
}
