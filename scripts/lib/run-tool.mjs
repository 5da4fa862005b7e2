import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { root } from './install.mjs';

/** The tools' own scripts: started by Node itself they need no shell, on any system. */
const scripts = {
  prettier: 'prettier/bin/prettier.cjs',
  eslint: 'eslint/bin/eslint.js',
  tsc: 'typescript/bin/tsc',
  remix: '@remix-run/dev/dist/cli.js',
  vitest: 'vitest/vitest.mjs',
};

/** Runs a tool and gives its exit code. With `quiet`, what it prints is shown only when it fails. */
export async function runTool(tool, args, { env = {}, quiet = false } = {}) {
  const script = join(root, 'node_modules', scripts[tool]);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  const printed = [];
  child.stdout?.on('data', (chunk) => printed.push(chunk));
  child.stderr?.on('data', (chunk) => printed.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  if (quiet && code !== 0) process.stdout.write(Buffer.concat(printed));
  return code;
}
