import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface LockFile {
  packages: Record<
    string,
    { resolved?: string; integrity?: string; optionalDependencies?: Record<string, string> }
  >;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
const installed = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'));

test('the lock file names no registry: everybody installs from their own', () => {
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
});

test('every package is pinned by its hash', () => {
  expect(installed.filter(([, entry]) => entry.integrity === undefined)).toEqual([]);
});

test('the builds for other systems are pinned too: without them npm ci refuses the whole file', () => {
  const names = new Set(installed.map(([path]) => path.split('node_modules/').at(-1)));
  const missing = installed.flatMap(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !names.has(name)),
  );
  expect(missing).toEqual([]);
});
