import type { AppLoadContext } from '@remix-run/node';

import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { found } from '#app/server/route-params.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { findLinkageExtract } from '#db/queries/linkage-extracts.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import { countFor } from '#scoring/disclosure/figure-for.ts';

import type { ExtractMakingView } from './extract-making.tsx';
import { heldExtracts } from './held-extracts.server.ts';
import { readProgress } from './import-folder.server.ts';

const mostShown = 30;

/** An extract that is being made or could not be, for whoever asked for it; undefined once it is recorded. */
export function extractMaking(context: AppLoadContext, id: string): ExtractMakingView | undefined {
  const { db, uploads } = context;
  const held = heldExtracts(db).find(id, signedInUser(context).id);
  if (held === undefined || held.status === 'made') return undefined;
  const { status } = held;
  const isRefused = held.status === 'refused';
  return {
    status,
    progress: status === 'working' ? (readProgress(uploads.folder, id) ?? null) : null,
    total: isRefused ? held.total : 0,
    problems: isRefused ? held.problems.slice(0, mostShown) : [],
  };
}

/** An extract that was made, as a national role may see it, and whether the file itself still waits for this person. */
export async function extractView(context: AppLoadContext, id: string) {
  const { db, today } = context;
  const extract = found(await findLinkageExtract(db, id));
  const held = heldExtracts(db).find(id, signedInUser(context).id);
  const policy = await disclosurePolicyOn(db, today);
  const people = (count: number) => countFor('others', count, policy).text;
  const day = (text: string | null) => (text === null ? null : formatDay(text));
  return {
    id,
    heldUntil: held?.status === 'made' ? whenInWords(held.until) : null,
    linkageDate: formatDay(extract.linkageDate),
    version: extract.version,
    madeAt: whenInWords(extract.createdAt),
    madeBy: extract.createdByName ?? 'The terminal of the server',
    sha256: extract.sha256,
    counts: [
      { key: 'Clients looked at', value: people(extract.clients) },
      { key: 'Clients sent', value: people(extract.sent) },
      ...extract.leftOut.map(({ reason, count }) => ({ key: reason, value: people(count) })),
    ],
    receiptConfirmedOn: day(extract.receiptConfirmedOn),
    deletedOn: day(extract.deletedOn),
    deletedBy: extract.deletionRecordedByName,
    recordedAt: extract.deletionRecordedAt && whenInWords(extract.deletionRecordedAt),
  };
}

export type ExtractView = Awaited<ReturnType<typeof extractView>>;
