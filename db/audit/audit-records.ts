import type { Kysely } from 'kysely';

import type { Database } from '../schema/index.ts';
import type { Actor, Trx } from './change.ts';
import { rowHash } from './hash.ts';

export interface AuditEntry {
  /** insert, update, delete, sign-in, sign-off, import … */
  action: string;
  /** The field's noun: "fidelity review", "employer contact" … */
  entity: string;
  entityId: string;
  teamId?: string | null;
  /** Field names and values that are not personal. */
  detail?: Record<string, unknown>;
}

const CHAIN_START = 'golden-thread';

/** Adds the next link: each record's hash covers the one before, so that a removed or altered one shows. */
export async function insertAuditRecord(trx: Trx, actor: Actor, entry: AuditEntry): Promise<void> {
  const last = await trx
    .selectFrom('auditRecords')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: actor.at,
    actorId: actor.userId,
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId,
    teamId: entry.teamId ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
    previousHash: last?.hash ?? CHAIN_START,
  };
  await trx
    .insertInto('auditRecords')
    .values({ ...row, hash: rowHash(Object.values(row)) })
    .execute();
}

/** The number of the newest record: it moves with every change. */
export async function getDataVersion(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('auditRecords')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** Changes that no figure depends on: accounts and signing in, notes, and drafts of scores. */
const withoutFigures = ['user', 'submission', 'meeting note', 'item score'];

/** The number of the newest record of a change that a figure may depend on: signing in moves no rate. */
export async function getFiguresVersion(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('auditRecords')
    .select('seq')
    .where('entity', 'not in', withoutFigures)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

const recordsAtATime = 2000;

/**
 * The first record whose hash or link does not fit, or undefined when the chain is whole. From a later record than the
 * first on, that one's own link is taken as it stands. Read in parts: the chain outgrows what a page should hold.
 */
export async function findBrokenAuditRecord(
  db: Kysely<Database>,
  fromSeq = 1,
): Promise<number | undefined> {
  let previous = fromSeq <= 1 ? CHAIN_START : undefined;
  let next = fromSeq;
  for (;;) {
    const records = await db
      .selectFrom('auditRecords')
      .selectAll()
      .where('seq', '>=', next)
      .orderBy('seq')
      .limit(recordsAtATime)
      .execute();
    for (const { hash, ...row } of records) {
      const { seq, at, actorId, action, entity, entityId, teamId, detail, previousHash } = row;
      const values = [seq, at, actorId, action, entity, entityId, teamId, detail, previousHash];
      const isLinked = previous === undefined || previousHash === previous;
      if (!isLinked || rowHash(values) !== hash) return seq;
      previous = hash;
      next = seq + 1;
    }
    if (records.length < recordsAtATime) return undefined;
  }
}
