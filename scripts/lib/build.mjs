import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { fail, root } from './install.mjs';
import { runTool } from './run-tool.mjs';

const sources = ['app', 'db', 'public', 'scoring'];
const files = ['package-lock.json', 'remix.config.js', 'vite.config.ts'];

/** Builds the product where there is no build or something has changed since. */
export async function buildIfNeeded() {
  const built = join(root, 'build', 'server', 'index.js');
  if (existsSync(built) && statSync(built).mtimeMs >= newestSource()) return;
  console.log('Building …');
  // Tools that started us may have said what kind of environment this is; a build is always for production.
  const env = { NODE_ENV: 'production' };
  if ((await runTool('remix', ['vite:build'], { quiet: true, env })) !== 0) {
    fail('The build failed; what is printed above says why.');
  }
}

function newestSource() {
  const inFolders = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  return Math.max(...[...inFolders, ...files].map((name) => statSync(join(root, name)).mtimeMs));
}
