import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import type { Db } from '#db/connection/open-database.ts';

import { keptResult } from './kept-results.server.ts';

/**
 * The content of a page to read, drawn once and kept until the data change: a page of a hundred teams takes many times
 * as long to draw as to send. Only for static pages (RouteHandle.isStatic), which no browser draws a second time. The
 * key must say everything that one reader's page differs in from another's.
 */
export function keptPage(db: Db, key: string, draw: () => Promise<ReactElement>): Promise<string> {
  return keptResult(db, `page ${key}`, async () =>
    renderToStaticMarkup(await draw(), { identifierPrefix: 'page-' }),
  );
}
