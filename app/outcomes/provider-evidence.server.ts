import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { countEvidencedStarts, listEvaluationHours } from '#db/queries/evaluation-clients.ts';
import { listClientsForRate } from '#db/queries/team-facts.ts';
import { longerHoursOf, longerHoursShare } from '#scoring/outcomes/longer-hours.ts';
import {
  releasedEvidence,
  releasedHours,
  type ReleasedEvidence,
  type ReleasedHours,
} from '#scoring/outcomes/release/released-evidence.ts';

/** What HMRC cannot tell: jobs that providers have evidence of, and hours a week. */
export interface ProviderEvidence {
  readonly evidence: readonly ReleasedEvidence[];
  readonly hours: { readonly evaluation: ReleasedHours; readonly teams: ReleasedHours };
}

/** Enrolled at any time. */
const beginning = '1900-01-01';

/** The evaluation cohort's evidence and everybody's longer hours, as everybody may see them. */
export async function providerEvidence(
  db: Db,
  { today }: { today: string },
): Promise<ProviderEvidence> {
  const policy = await disclosurePolicyOn(db, today);
  const clients = await listClientsForRate(db, { from: beginning, to: today });
  return {
    evidence: releasedEvidence(await countEvidencedStarts(db), policy),
    hours: {
      evaluation: releasedHours(longerHoursOf(await listEvaluationHours(db)), policy),
      teams: releasedHours(longerHoursShare(clients, today), policy),
    },
  };
}
