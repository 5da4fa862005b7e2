import { keptPage } from '#app/cache/kept-page.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import { relationsCsv } from './relations-csv.ts';
import { RelationsContent } from './relations-content.tsx';
import { relationsData, relationsKey, relationsQuestion } from './relations-data.server.ts';
import { relationsView } from './relations-view.server.ts';
import type { RelationsView } from './relations-view.ts';
import { readerKey, type Reader } from './team-names.server.ts';

interface RelationsAsked {
  /** The address's question, in its full and only form (addressOf). */
  query: string;
  reader: Reader;
  today: string;
}

/** The content of the relations page, drawn. */
export async function relationsPage(db: Db, asked: RelationsAsked): Promise<string> {
  const question = await relationsQuestion(db, new URLSearchParams(asked.query), asked.today);
  const key = `${relationsKey(question)} ${readerKey(asked.reader)}`;
  return keptPage(db, key, async () => <RelationsContent view={await viewFor(db, asked)} />);
}

/** The rows of the page's tables as a file. */
export async function relationsFile(
  db: Db,
  { isDemo, ...asked }: RelationsAsked & { isDemo: boolean },
): Promise<string> {
  const view = await viewFor(db, asked);
  return relationsCsv(view, { isDemo, isOfTeam: asked.reader.teamId !== null });
}

async function viewFor(db: Db, { query, reader, today }: RelationsAsked): Promise<RelationsView> {
  const question = await relationsQuestion(db, new URLSearchParams(query), today);
  return relationsView(db, reader, question, await relationsData(db, question));
}
