import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';

import type { Jobs } from '../work/jobs.server.ts';
import { guardBuild } from '../permissions/guard.server.ts';
import { policies } from '../permissions/policies.server.ts';
import { hashedAssets, publicFiles } from './static-files.server.ts';

export interface LoadedBuild {
  build: ServerBuild | (() => Promise<ServerBuild>);
  files: readonly (readonly [path: string, handler: RequestHandler])[];
  /** Jobs as their files stand now; absent where threads do them. */
  jobs?: () => Promise<Jobs>;
  close: () => Promise<void>;
}

/** What `npm run build` made, behind its policies. A route without a policy stops the start here. */
export async function loadProductionBuild(root: string): Promise<LoadedBuild> {
  const server = join(root, 'build', 'server', 'index.js');
  const client = join(root, 'build', 'client');
  if (!existsSync(server)) throw new Error('There is no build. Run "npm run build" first.');
  const build = (await import(pathToFileURL(server).href)) as ServerBuild;
  return {
    build: guardBuild(build, policies),
    files: [
      ['/assets', hashedAssets(client)],
      ['/', publicFiles(client)],
    ],
    close: () => Promise.resolve(),
  };
}

/** Vite in the same process: pages change as files are saved, and are guarded anew for every request. */
export async function loadDevelopmentBuild(root: string): Promise<LoadedBuild> {
  const { createServer } = await import('vite');
  const vite = await createServer({ root, server: { middlewareMode: true } });
  const build = async () => {
    const fresh = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild;
    const { policies: current } = (await vite.ssrLoadModule(
      '/app/permissions/policies.server.ts',
    )) as { policies: typeof policies };
    return guardBuild(fresh, current);
  };
  const jobs = async () => {
    const module = await vite.ssrLoadModule('/app/work/jobs.server.ts');
    return (module as { jobs: Jobs }).jobs;
  };
  return { build, files: [['/', vite.middlewares]], jobs, close: () => vite.close() };
}
