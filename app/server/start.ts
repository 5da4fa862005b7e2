import './production-environment.ts';

import { loadEnvironmentFile, readConfig } from './config.server.ts';
import { stopOnSignals } from './graceful-close.server.ts';
import { runServer } from './run-server.server.ts';

/** `npm start`; with --dev, `npm run dev`. */
try {
  loadEnvironmentFile();
  const config = readConfig(process.env);
  const { stop } = await runServer(config, { isDevelopment: process.argv.includes('--dev') });
  stopOnSignals(stop);
  console.error(`Golden Thread is at ${config.origin}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
