import type { Db } from '#db/connection/open-database.ts';
import { findSetting } from '#db/queries/dated-data.ts';
import type { ContactsBasis } from '#scoring/employers/employer-contact.ts';

/** Which employer contacts count for item 17 on a day; both kinds where no setting says otherwise. */
export async function contactsBasisOn(db: Db, day: string): Promise<ContactsBasis> {
  const stored = await findSetting(db, 'item-17-contacts', day);
  return stored !== undefined && JSON.parse(stored) === 'particular' ? 'particular' : 'all';
}
