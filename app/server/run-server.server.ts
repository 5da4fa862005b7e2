import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { openDatabase } from '#db/connection/open-database.ts';

import { cleanUpNowAndThen } from '../linkage/clean-up-now-and-then.server.ts';
import { importsFolder } from '../linkage/import-folder.server.ts';
import { workInThreads } from '../work/work-in-threads.server.ts';
import { workHere } from '../work/work.server.ts';
import type { Config } from './config.server.ts';
import { createApp } from './create-app.server.ts';
import { closeGracefully } from './graceful-close.server.ts';
import { checkInstallation } from './installation.server.ts';
import { loadDevelopmentBuild, loadProductionBuild } from './load-build.server.ts';
import { log } from './log.server.ts';

const root = join(import.meta.dirname, '..', '..');

export interface RunningServer {
  /** Finishes what has begun, then closes the database. */
  stop: () => Promise<void>;
}

/** The whole product in one process: one open database, one server. */
export async function runServer(
  config: Config,
  { isDevelopment = false }: { isDevelopment?: boolean } = {},
): Promise<RunningServer> {
  const database = openDatabase({ path: config.databaseFile });
  try {
    const demoDay = await checkInstallation(database.db, config);
    const loaded = await (isDevelopment ? loadDevelopmentBuild : loadProductionBuild)(root);
    const { build, files, jobs } = loaded;
    const work =
      jobs === undefined ? workInThreads(config.databaseFile) : workHere(database.db, jobs);
    const uploads = {
      folder: importsFolder(config.databaseFile),
      maxFileBytes: config.linkageFileBytes,
    };
    const site = { db: database.db, work, isDemo: config.isDemo, demoDay, uploads };
    const stopCleaning = await cleanUpNowAndThen(site);
    const server = await listen(createApp({ config, site, build, isDevelopment, files }), config);
    log('started', { port: (server.address() as AddressInfo).port, isDemo: config.isDemo });
    return {
      stop: async () => {
        stopCleaning();
        await closeGracefully(server);
        await loaded.close();
        await work.close();
        await database.close();
        log('stopped');
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function listen(
  app: ReturnType<typeof createApp>,
  { port, host }: Pick<Config, 'port' | 'host'>,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server));
    server.once('error', reject);
    setLimits(server);
  });
}

/** Slow or very many connections must not keep everybody else out. */
function setLimits(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 10_000;
  server.timeout = 120_000;
  server.maxConnections = 1000;
}
