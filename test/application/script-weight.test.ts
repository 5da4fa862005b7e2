import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const mostBytes = 120_000;

const { assets, routes } = (await import(
  pathToFileURL(join(root, 'build', 'server', 'index.js')).href
)) as ServerBuild;

const weights = new Map<string, number>();

function weightOf(address: string): number {
  const known = weights.get(address);
  if (known !== undefined) return known;
  const weight = gzipSync(readFileSync(join(root, 'build', 'client', address))).length;
  weights.set(address, weight);
  return weight;
}

/** Everything a browser loads before a page of this route can be used; what a page fetches later is not in it. */
function scriptsOf(routeId: string): Set<string> {
  const { module, imports = [], parentId } = assets.routes[routeId] ?? { module: '' };
  const { entry, url } = assets;
  const above =
    parentId === undefined ? [url, entry.module, ...entry.imports] : scriptsOf(parentId);
  return new Set([...above, module, ...imports]);
}

/** A page to read is sent without any script (RouteHandle.isStatic); the browser tests of such pages see to it. */
function isSentWithoutScripts(routeId: string): boolean {
  const handle: unknown = routes[routeId]?.module.handle;
  return typeof handle === 'object' && handle !== null && 'isStatic' in handle
    ? handle.isStatic === true
    : false;
}

test('no page sends more than 120 kB of JavaScript, compressed', () => {
  const routeIds = Object.keys(assets.routes);
  expect(routeIds.length).toBeGreaterThan(50);
  const tooHeavy = routeIds
    .filter((id) => !isSentWithoutScripts(id))
    .map((id) => ({
      id,
      bytes: [...scriptsOf(id)].reduce((sum, script) => sum + weightOf(script), 0),
    }))
    .filter(({ bytes }) => bytes > mostBytes);
  expect(tooHeavy).toEqual([]);
});

test('what is counted holds the framework and the page’s own script', () => {
  const scripts = [...scriptsOf('routes/contacts/new')].join(' ');
  expect(scripts).toMatch(/framework-.*new-/s);
  expect(scripts).not.toMatch(/schema/);
});
