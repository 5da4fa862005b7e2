import { getFiguresVersion } from '#db/audit/audit-records.ts';
import type { Db } from '#db/connection/open-database.ts';

/** How many results are kept at most: a few filters of the relations page, and the team pages. */
const mostKept = 300;

interface Kept {
  dataVersion: number;
  result: Promise<unknown>;
}

/** One store a database: tests open several in one process. */
const stores = new WeakMap<Db, Map<string, Kept>>();

/**
 * A result computed from the data, kept until the data change: every change writes an audit record, so the number of
 * the newest one that a figure may depend on is the data's version. Two people who ask at once share one computation; a failed one is not
 * kept. The key says everything else the result depends on, the day included.
 */
export async function keptResult<Result>(
  db: Db,
  key: string,
  compute: () => Promise<Result>,
): Promise<Result> {
  const dataVersion = await getFiguresVersion(db);
  const store = storeOf(db);
  const known = store.get(key);
  if (known?.dataVersion === dataVersion) return known.result as Promise<Result>;
  const result = compute();
  const kept = { dataVersion, result };
  store.delete(key);
  store.set(key, kept);
  result.catch(() => {
    // By now the data may have changed, and a newer result stand in its place.
    if (store.get(key) === kept) store.delete(key);
  });
  const [oldest] = store.keys();
  if (store.size > mostKept && oldest !== undefined) store.delete(oldest);
  return result;
}

function storeOf(db: Db): Map<string, Kept> {
  const known = stores.get(db);
  if (known !== undefined) return known;
  const store = new Map<string, Kept>();
  stores.set(db, store);
  return store;
}
