import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Node's own modules only: this runs before anything is installed.

export const root = join(import.meta.dirname, '..', '..');

/** Ends the command with one line where this Node cannot run the product. */
export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 ? major < 25 : major === 20 && minor >= 19) return;
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  fail(`Golden Thread needs Node ${engines.node}; this is Node ${process.versions.node}.`);
}

/** Installs what package-lock.json names, where nothing is installed or the lock file is newer than what is. */
export function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (npm ci) …');
  if (npm(['ci']) !== 0) fail('npm ci failed; what it printed above says why.');
}

/** npm itself, by its own script where npm started us: Windows runs no npm.cmd without a shell. */
function npm(args) {
  const script = process.env.npm_execpath;
  const { status } =
    script === undefined
      ? spawnSync(`npm ${args.join(' ')}`, { cwd: root, stdio: 'inherit', shell: true })
      : spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  return status;
}

export function fail(line) {
  console.error(line);
  process.exit(1);
}
