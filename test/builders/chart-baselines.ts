import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { ChartBaselinesTable } from '#db/schema/over-time.ts';

import { insertRows, setUp, setUpAt } from './set-up.ts';

/** A new baseline of a team's contacts from June 2025 on, unless said otherwise. */
export async function aChartBaseline(
  db: Db,
  teamId: string,
  facts: Partial<ChartBaselinesTable> = {},
): Promise<string> {
  const baseline: ChartBaselinesTable = {
    id: randomUUID(),
    teamId,
    measure: 'contacts-strict',
    month: '2025-06',
    reason: 'A post was filled',
    createdAt: setUpAt,
    createdBy: null,
    removedAt: null,
    removedBy: null,
    ...facts,
  };
  await setUp(db, (trx) => insertRows(trx, 'chartBaselines', [baseline]));
  return baseline.id;
}
