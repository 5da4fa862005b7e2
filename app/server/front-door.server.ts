import type { RequestHandler, Response } from 'express';

import { findRefusal } from './cross-site-guard.server.ts';
import { plainPage, refusalPages } from './plain-page.server.ts';
import { noteRefusal } from './request-log.server.ts';

/** Answers with one of the fixed pages. */
export function sendPlainPage(response: Response, status: number): void {
  const { title, text } = refusalPages[status] ?? { title: 'Sorry, there is a problem', text: '' };
  response.status(status).type('html').send(plainPage(title, text));
}

/** Turns away what no page of ours could have sent. */
export function refuseUnwelcome(origin: string, linkageFileBytes: number): RequestHandler {
  return (request, response, next) => {
    const refusal = findRefusal(request, origin, linkageFileBytes);
    if (refusal === undefined) {
      next();
      return;
    }
    noteRefusal(response, refusal.reason);
    if (refusal.status === 405) response.setHeader('Allow', 'GET, HEAD, POST');
    // The rest of an unread body must not be taken for the next request.
    response.setHeader('Connection', 'close');
    sendPlainPage(response, refusal.status);
  };
}

/**
 * One address for the site: a visit under another name (localhost for 127.0.0.1, or a name that somebody else points
 * here) is sent on to the right one. Remix builds addresses from these headers, so none of a stranger's reaches it.
 */
export function onlyOurHost(origin: string): RequestHandler {
  const { host } = new URL(origin);
  return (request, response, next) => {
    for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']) {
      request.headers[name] = undefined;
    }
    if (request.headers.host === host) {
      next();
      return;
    }
    noteRefusal(response, 'host');
    const isPath = request.originalUrl.startsWith('/');
    if (!isPath || !['GET', 'HEAD'].includes(request.method)) sendPlainPage(response, 403);
    else response.redirect(307, origin + request.originalUrl);
  };
}
