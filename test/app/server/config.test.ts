import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

import { expect, test } from 'vitest';

import { readConfig } from '#app/server/config.server.ts';

const root = join(import.meta.dirname, '..', '..', '..');

test('an empty environment gives a site on this machine only', () => {
  expect(readConfig({})).toEqual({
    databaseFile: 'data/golden-thread.sqlite',
    host: '127.0.0.1',
    port: 3000,
    origin: 'http://127.0.0.1:3000',
    trustedProxyHops: 0,
    isDemo: false,
    linkageFileBytes: 30 * 1024 * 1024,
  });
});

test('.env.example works unedited and says nothing else than the defaults', () => {
  const example = parseEnv(readFileSync(join(root, '.env.example'), 'utf8'));
  expect(readConfig(example)).toEqual(readConfig({}));
});

test.each([
  ['PORT', '0', 'must be a port from 1 to 65535'],
  ['PORT', 'http', 'must be a port from 1 to 65535'],
  ['PORT', '3e3', 'must be a port from 1 to 65535'],
  ['HOST', 'example.org', 'must be localhost or an IP address'],
  ['ORIGIN', 'https://thread.example.org/', 'must be a scheme and a host only'],
  ['ORIGIN', 'thread.example.org', 'must be a scheme and a host only'],
  ['ORIGIN', 'http://thread.example.org', 'must begin with https://'],
  ['ORIGIN', 'http://127.0.0.1.evil.example', 'must begin with https://'],
  ['TRUSTED_PROXY_HOPS', '-1', 'must be the number of proxies in front'],
  ['DEMO', 'yes', 'must be 1 for the demonstration'],
  ['LOG_LEVEL', 'debug', 'must be info or error'],
])('%s=%s is refused, naming variable and rule', (name, value, rule) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name} ${rule}`);
});

test('every wrong variable is named at once', () => {
  expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT must[^]*DEMO must/);
});

test.each(['https://thread.example.org', 'http://localhost:3000', 'http://[::1]:3000'])(
  'origin %s is taken',
  (origin) => {
    expect(readConfig({ ORIGIN: origin }).origin).toBe(origin);
  },
);
