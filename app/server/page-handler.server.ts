import { createRequestHandler, type RequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';

import { narrowBuild } from './narrow-build.server.ts';

type Options = Omit<Parameters<typeof createRequestHandler>[0], 'build'>;

/** Answers with the pages of a build: the built product's by few routes at a time, a changing one's as it comes. */
export function pageHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  options: Options,
): RequestHandler {
  if (typeof build === 'function') return createRequestHandler({ build, ...options });
  const buildFor = narrowBuild(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  return (request, response, next) => {
    const narrow = buildFor(request.path);
    const known = handlers.get(narrow) ?? createRequestHandler({ build: narrow, ...options });
    handlers.set(narrow, known);
    return known(request, response, next);
  };
}
