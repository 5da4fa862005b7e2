import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { sourceFingerprint } from '../../scripts/lib/source-fingerprint.ts';

const root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const fingerprint = () => sourceFingerprint(root, ['seed', 'one.ts']);

test('what the demonstration is made from has another fingerprint once a file of it changes', () => {
  mkdirSync(join(root, 'seed', 'deep'), { recursive: true });
  write('one.ts', 'export const one = 1;\n');
  write('seed/deep/two.ts', 'export const two = 2;\n');
  write('beside.ts', 'not looked at');
  const before = fingerprint();
  write('beside.ts', 'changed, not looked at');
  write('one.ts', 'export const one = 1;\r\n');
  expect(fingerprint()).toBe(before);
  write('seed/deep/two.ts', 'export const two = 3;\n');
  const changed = fingerprint();
  expect(changed).not.toBe(before);
  write('seed/three.ts', '');
  expect(fingerprint()).not.toBe(changed);
});
