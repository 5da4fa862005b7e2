import type { Db } from '#db/connection/open-database.ts';
import { listLinkageLayouts } from '#db/queries/linkage-layouts.ts';

import { builtInLayouts, type ReturnLayout } from './layouts.ts';

/** The layouts that a return may be read by: those built in, then those kept under a name. */
export async function listLayouts(db: Db): Promise<ReturnLayout[]> {
  const kept = await listLinkageLayouts(db);
  return [...builtInLayouts, ...kept.map(({ layout }) => JSON.parse(layout) as ReturnLayout)];
}
