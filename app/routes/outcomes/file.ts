import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { fileKindOf, outcomesFileKinds } from '#app/outcomes/file-kinds.ts';
import { askedRound } from '#app/outcomes/outcomes-page.server.ts';
import { keptModel } from '#app/work/kept-models.server.ts';
import { outcomeKeys } from '#scoring/outcomes/tables/outcome-measures.ts';

/** Milliseconds for which somebody who wants a file is left waiting: no page could say meanwhile that it comes. */
const patience = 25_000;

/** A round's figures as a file; where there are none, or none in time, the page says why. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const kind = fileKindOf(params.file);
  if (kind === undefined) throw new Response(null, { status: 404 });
  const { db, today, isDemo, now } = context;
  const { search, searchParams } = new URL(request.url);
  const { round } = await askedRound(db, searchParams);
  const toPage = () => redirect(`/outcomes${search}`);
  if (round === undefined) return toPage();
  const outcome = outcomeKeys.find((key) => key === searchParams.get('outcome')) ?? null;
  const asked = { roundId: round.id, today, isDemo, kind, outcome };
  const made = await keptModel(context, 'outcomesFile', asked, now, patience);
  if (made.status === 'working' || made.answer === null) return toPage();
  const { name, type } = outcomesFileKinds[kind];
  return new Response(new Uint8Array(made.answer), {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  });
}
