import type { Db } from '#db/connection/open-database.ts';

import { evaluationPattern, type EvaluationRelease } from './evaluation-view.server.ts';
import { disclosurePolicyOn } from './settings.server.ts';

/** The one release of the evaluation's teams that every page shows, as plain values. */
export async function protectedEvaluation(
  db: Db,
  { today }: { today: string },
): Promise<EvaluationRelease> {
  return evaluationPattern(db, await disclosurePolicyOn(db, today));
}
