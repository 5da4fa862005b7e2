import { keptFields, type KeptForm } from '../server/kept-form.server.ts';
import { notFound } from '../server/route-params.server.ts';
import { safePath } from '../server/safe-redirect.server.ts';
import type { Decision } from './rules.server.ts';

type Refused = Exclude<Decision, 'allow'>;

/** Where a visit that needs signing in goes first. */
export function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const next = safePath(pathname + search);
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

export function refuse(decision: Refused, request: Request): Response {
  if (decision === 'not-found') return notFound();
  if (decision === 'forbidden') return new Response('Forbidden', { status: 403 });
  return new Response(null, { status: 303, headers: { Location: signInAddress(request) } });
}

/**
 * A form that arrives after its session has ended is answered with the sign-in page, which carries what was typed:
 * half an hour's writing must not be lost to a clock. (The one thrown Response whose text is not fixed: it repeats
 * to the sender what the sender has just typed, as plain strings.)
 */
export async function refuseWrite(decision: Refused, request: Request): Promise<Response> {
  if (decision !== 'sign-in') return refuse(decision, request);
  const fields = await keptFields(request);
  if (fields === undefined) return refuse(decision, request);
  const { pathname, search } = new URL(request.url);
  return Response.json({ next: safePath(pathname + search), fields } satisfies KeptForm, {
    status: 401,
  });
}
