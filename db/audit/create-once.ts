import type { Db } from '../connection/open-database.ts';
import { inChange, type Actor, type RecordChange, type Trx } from './change.ts';

/**
 * Creates a record for a form's submission exactly once. A second post of the same form (double click, reload,
 * retry on bad Wi-Fi) finds the first one's location and changes nothing. A submission id belongs to its user.
 */
export async function createOnce(
  db: Db,
  actor: Actor & { userId: string },
  submissionId: string,
  create: (trx: Trx, record: RecordChange) => Promise<{ location: string }>,
): Promise<{ location: string; isRepeat: boolean }> {
  const earlier = await findSubmission(db, submissionId);
  if (earlier !== undefined) return repeatOf(earlier, actor.userId);
  return inChange(db, actor, async (trx, record) => {
    // Asked again under the write lock: two posts may have passed the first look together.
    const rival = await findSubmission(trx, submissionId);
    if (rival !== undefined) {
      await record({ action: 'repeat', entity: 'submission', entityId: submissionId });
      return repeatOf(rival, actor.userId);
    }
    const { location } = await create(trx, record);
    await trx
      .insertInto('submissions')
      .values({ id: submissionId, userId: actor.userId, location, createdAt: actor.at })
      .execute();
    return { location, isRepeat: false };
  });
}

interface Submission {
  userId: string;
  location: string;
}

async function findSubmission(db: Db, id: string): Promise<Submission | undefined> {
  return db
    .selectFrom('submissions')
    .select(['userId', 'location'])
    .where('id', '=', id)
    .executeTakeFirst();
}

function repeatOf(earlier: Submission, userId: string): { location: string; isRepeat: true } {
  if (earlier.userId !== userId) throw new Error('createOnce: the submission is somebody else’s');
  return { location: earlier.location, isRepeat: true };
}
