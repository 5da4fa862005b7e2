import type { Db } from '../connection/open-database.ts';
import type { SignInCountersTable } from '../schema/people.ts';

export type SignInCounter = Omit<SignInCountersTable, 'id'>;

/**
 * Reads a counter, lets the caller decide what it becomes, and writes that under one write lock: tries that arrive
 * together are counted one by one. Not audited: a counter says nothing about the records it protects.
 */
export async function changeSignInCounter<T>(
  db: Db,
  id: string,
  decide: (known: SignInCounter | undefined) => { next: SignInCounter | null; answer: T },
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('signInCounters')
      .select(['failures', 'windowStartedAt', 'lockedUntil'])
      .where('id', '=', id)
      .executeTakeFirst();
    const { next, answer } = decide(known);
    if (next === null) await trx.deleteFrom('signInCounters').where('id', '=', id).execute();
    else {
      await trx
        .insertInto('signInCounters')
        .values({ id, ...next })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(next))
        .execute();
    }
    return answer;
  });
}

/** Counters of addresses that nobody has tried since `before`: they would pile up for ever. */
export async function deleteOldSignInCounters(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom('signInCounters')
    .where('windowStartedAt', '<', before)
    .where((where) =>
      where.or([where('lockedUntil', 'is', null), where('lockedUntil', '<', before)]),
    )
    .execute();
}
