import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { Links, Meta, Outlet, RemixServer, Scripts, useLoaderData } from '@remix-run/react';
import express from 'express';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';

import { openDatabase } from '#db/connection/open-database.ts';
import { getDataVersion } from '#db/audit/audit-records.ts';

/**
 * The least a Remix page can do: one loader with one SQLite read, a heading and a paragraph. No session, no headers,
 * no layout. Our pages are measured beside it in the same run, as ratios; like the product it has a process of its
 * own, with React's and Remix's production builds. Takes the database file and the port.
 */
const [databaseFile = '', port = ''] = process.argv.slice(2);
const opened = openDatabase({ path: databaseFile, readOnly: true });
const app = express();
app.disable('x-powered-by');
const answer = createRequestHandler({
  build: bareBuild(() => getDataVersion(opened.db)),
  mode: 'production',
});
app.all('*', (request, response, next) => {
  void answer(request, response, next);
});
app.listen(Number(port), '127.0.0.1');

function bareBuild(read: () => Promise<number>): ServerBuild {
  const Root = () =>
    h(
      'html',
      { lang: 'en' },
      h('head', null, h(Meta), h(Links)),
      h('body', null, h(Outlet), h(Scripts)),
    );
  const Page = () => {
    const { version } = useLoaderData<{ version: number }>();
    return h('main', null, h('h1', null, 'A bare page'), h('p', null, `Version ${version}`));
  };
  const route = (id: string, path: string | undefined, hasLoader: boolean) => ({
    id,
    ...(path === undefined ? {} : { path }),
    hasLoader,
    hasAction: false,
    hasClientLoader: false,
    hasClientAction: false,
    hasErrorBoundary: false,
    module: `/assets/${id}.js`,
    imports: [],
  });
  const entryModule = {
    default: (request: Request, status: number, headers: Headers, context: never) => {
      headers.set('Content-Type', 'text/html; charset=utf-8');
      const html = renderToString(h(RemixServer, { context, url: request.url }));
      return new Response(`<!DOCTYPE html>${html}`, { status, headers });
    },
  };
  return {
    entry: { module: entryModule as never },
    routes: {
      root: { id: 'root', path: '', module: { default: Root } },
      page: {
        id: 'page',
        parentId: 'root',
        index: true,
        module: {
          default: Page,
          loader: async () => Response.json({ version: await read() }),
        },
      },
    },
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: {
        root: route('root', '', false),
        page: { ...route('page', undefined, true), parentId: 'root', index: true },
      },
      url: '/assets/manifest.js',
      version: 'bare',
    },
    publicPath: '/assets/',
    assetsBuildDirectory: 'build/client',
    basename: '/',
    mode: 'production',
    isSpaMode: false,
    future: { v3_singleFetch: false } as never,
  };
}
