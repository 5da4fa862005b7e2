import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';

import type { Config } from './config.server.ts';
import { onlyOurHost, refuseUnwelcome, sendPlainPage } from './front-door.server.ts';
import { health } from './health.server.ts';
import { logError } from './log.server.ts';
import { pageHandler } from './page-handler.server.ts';
import { requestContext, type Site } from './request-context.server.ts';
import { noteContext, requestLog } from './request-log.server.ts';
import { nonceOf, securityHeaders } from './security-headers.server.ts';

export interface AppParts {
  config: Config;
  site: Site;
  /** The routes behind their policies. In development a function, asked again for every request. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  isDevelopment: boolean;
  /** What answers before the routes: static files, or Vite's middleware. */
  files: readonly (readonly [path: string, handler: RequestHandler])[];
}

/** Everything a request passes, in its order; each step is a file of its own. */
export function createApp({ config, site, build, isDevelopment, files }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustedProxyHops);
  app.use(securityHeaders({ isDevelopment, isHttps: config.origin.startsWith('https:') }));
  app.get('/health', health(site.db));
  const unwelcome = refuseUnwelcome(config.origin, config.linkageFileBytes);
  app.use(requestLog, onlyOurHost(config.origin), unwelcome, compression());
  for (const [path, handler] of files) app.use(path, handler);
  app.use('/assets', (_request, response) => sendPlainPage(response, 404));
  app.use(noStore);
  const answer = pageHandler(build, {
    mode: isDevelopment ? 'development' : 'production',
    getLoadContext: async (request, response) => {
      const context = await requestContext(site, request, nonceOf(response));
      noteContext(response, context);
      return context;
    },
  });
  app.all('*', (request, response, next) => void answer(request, response, next));
  app.use(unexpected);
  return app;
}

/** Every page shows somebody's work or a form of theirs: none is kept by a browser or a proxy. */
const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** Express's own error page would show a stack. Four parameters: that is how Express knows an error handler. */
const unexpected: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = clientErrorStatus(error);
  if (status === undefined) logError(error);
  if (response.headersSent) next(error);
  else sendPlainPage(response, status ?? 500);
};

/** Express marks an address that cannot be decoded, or a file that is not there, with a status of its own. */
function clientErrorStatus(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
