import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from '@remix-run/node';
import { renderToString } from 'react-dom/server';

import { DocumentContent } from './components/kept-content.tsx';
import { NonceContext } from './nonce.ts';
import { logError } from './server/log.server.ts';

/**
 * Whole pages, not streamed: every figure is known before the first byte, so the status is always the true one and
 * a page never stops half way.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, document }: AppLoadContext,
): Response {
  const html = renderToString(
    <NonceContext.Provider value={nonce}>
      <DocumentContent.Provider value={document?.content}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </DocumentContent.Provider>
    </NonceContext.Provider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Every unexpected error is logged here; refusals are answers, and have their line in the request log. */
export function handleError(
  error: unknown,
  { request }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  logError(error, { method: request.method });
}
