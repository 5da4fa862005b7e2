import { findBrokenAuditRecord, getDataVersion } from '#db/audit/audit-records.ts';
import type { Db } from '#db/connection/open-database.ts';

/** Every visit checks this many of the newest records; all of them are checked when asked for. */
const newestChecked = 1000;

export interface ChainState {
  /** All records there are. */
  records: number;
  /** The newest records that were checked. */
  checked: number;
  /** Number of the first record that does not fit; null where all checked ones do. */
  broken: number | null;
}

/** Whether each record's hash covers its content and the record before it. */
export async function auditChainState(db: Db, { all }: { all: boolean }): Promise<ChainState> {
  const records = await getDataVersion(db);
  const first = all ? 1 : Math.max(1, records - newestChecked + 1);
  const broken = (await findBrokenAuditRecord(db, first)) ?? null;
  return { records, checked: records === 0 ? 0 : records - first + 1, broken };
}
