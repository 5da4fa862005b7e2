import type { IncomingHttpHeaders } from 'node:http';

import { bodyRuleFor } from './body-rules.server.ts';

export interface Refusal {
  status: 400 | 403 | 405 | 411 | 413 | 415;
  reason: string;
}

interface Incoming {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
}

/**
 * Judges a request by its head alone, before Remix sees it: Remix's own check of cross-site posts can be walked
 * round (a `_data` parameter, a resource route, no Origin at all). Pages send Referrer-Policy: same-origin, without
 * which a form posted without JavaScript would arrive with "Origin: null" and be refused here.
 */
export function findRefusal(
  request: Incoming,
  origin: string,
  linkageFileBytes = 0,
): Refusal | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.method !== 'POST') return { status: 405, reason: 'method' };
  return crossSite(request.headers, origin) ?? unwelcomeBody(request, linkageFileBytes);
}

function crossSite(headers: IncomingHttpHeaders, origin: string): Refusal | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin')
    return { status: 403, reason: 'sec-fetch-site' };
  if (headers.origin !== undefined) {
    return headers.origin === origin ? undefined : { status: 403, reason: 'origin' };
  }
  const referrer = headers.referer;
  if (referrer !== undefined && URL.canParse(referrer) && new URL(referrer).origin === origin) {
    return undefined;
  }
  return { status: 403, reason: 'no origin' };
}

function unwelcomeBody({ path, headers }: Incoming, linkageFileBytes: number): Refusal | undefined {
  const rule = bodyRuleFor(path, linkageFileBytes);
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!rule.types.includes(type)) return { status: 415, reason: 'content type' };
  const length = headers['content-length'];
  // A body of unknown length could go on for ever; browsers always say how long a form is.
  if (length === undefined || headers['transfer-encoding'] !== undefined) {
    return { status: 411, reason: 'no length' };
  }
  if (!/^\d+$/.test(length)) return { status: 400, reason: 'length' };
  return Number(length) > rule.maxBytes ? { status: 413, reason: 'too long' } : undefined;
}
