import type { Db } from '#db/connection/open-database.ts';
import { findScaleVersionOn } from '#db/queries/scale-versions.ts';
import type { ItemRelations } from '#scoring/relations/item-relations.ts';

import { decimalWords, pWords } from './figure-words.ts';
import type { ItemsView } from './relations-view.ts';

/** The 25 items one by one, in the order of the scale. */
export async function itemsView(db: Db, relations: ItemRelations, day: string): Promise<ItemsView> {
  if (relations.status !== 'computed') return { finding: relations.sentence, rows: [] };
  const version = await findScaleVersionOn(db, day);
  const titles = new Map(version?.scale.items.map(({ number, title }) => [number, title]) ?? []);
  return {
    finding: relations.sentence,
    rows: relations.items.map((row) => {
      const title = titles.get(row.item);
      const item = title === undefined ? `Item ${row.item}` : `${row.item}. ${title}`;
      if (row.status !== 'computed') {
        const why = row.status === 'too-few' ? 'too few teams' : 'the same score in every team';
        return {
          item,
          teams: row.teams,
          rho: '–',
          interval: '–',
          p: '–',
          adjusted: '–',
          finding: why,
        };
      }
      return {
        item,
        teams: row.teams,
        rho: decimalWords(row.rho),
        interval: `${decimalWords(row.lower)} to ${decimalWords(row.upper)}`,
        p: pWords(row.p),
        adjusted: pWords(row.adjustedP),
        finding: row.isFinding ? 'associated' : 'not clear',
      };
    }),
  };
}
