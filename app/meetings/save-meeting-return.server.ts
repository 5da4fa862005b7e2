import { inChange, StaleVersionError, type Actor } from '#db/audit/change.ts';
import { createOnce } from '#db/audit/create-once.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  insertMeetingReturn,
  updateMeetingReturn,
  type MeetingReturnCounts,
} from '#db/queries/meeting-returns.ts';

export interface MeetingReturnSave {
  teamId: string;
  month: string;
  counts: MeetingReturnCounts;
  /** The version that was read; none for a month without a return. */
  version: number | undefined;
  submissionId: string | undefined;
}

/** False when somebody else saved first: nothing is changed then. */
export async function saveMeetingReturn(
  db: Db,
  actor: Actor & { userId: string },
  { teamId, month, counts, version, submissionId }: MeetingReturnSave,
): Promise<boolean> {
  try {
    if (version !== undefined) {
      const edit = { month, version, counts };
      await inChange(db, actor, (trx, record) =>
        updateMeetingReturn(trx, record, teamId, edit, actor),
      );
      return true;
    }
    if (submissionId === undefined) throw new Response('Bad form', { status: 400 });
    await createOnce(db, actor, submissionId, async (trx, record) => {
      await insertMeetingReturn(trx, record, teamId, { month, ...counts }, actor);
      return { location: `/teams/${teamId}/meeting-returns?saved=${month}` };
    });
    return true;
  } catch (error) {
    if (error instanceof StaleVersionError) return false;
    throw error;
  }
}
