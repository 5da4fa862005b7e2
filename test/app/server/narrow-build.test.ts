import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';

import { narrowBuild } from '#app/server/narrow-build.server.ts';

const paths: Record<string, string | undefined> = {
  home: undefined,
  teams: 'teams',
  team: 'teams/:teamId',
  'new-contact': 'teams/:teamId/contacts/new',
  contact: 'teams/:teamId/contacts/:contactId',
  csv: 'relations/data.csv',
  'not-found': '*',
};

const table = {
  root: { id: 'root', path: '' },
  ...Object.fromEntries(
    Object.entries(paths).map(([id, path]) => [
      id,
      { id, parentId: 'root', path, index: path === undefined },
    ]),
  ),
};
const build = { routes: table, assets: { routes: table, url: '/m.js' } } as unknown as ServerBuild;
const narrow = narrowBuild(build);
const idsAt = (path: string) => Object.keys(narrow(path).routes).sort();

test.each([
  ['/', ['home', 'not-found', 'root']],
  ['/teams', ['not-found', 'root', 'teams']],
  ['/Teams/', ['not-found', 'root', 'teams']],
  ['/teams/7', ['not-found', 'root', 'team']],
  ['/teams/7/contacts/new', ['contact', 'new-contact', 'not-found', 'root']],
  ['/relations/data.csv', ['csv', 'not-found', 'root']],
  ['/nothing/here', ['not-found', 'root']],
])('%s is left the routes that it can match', (path, expected) => {
  expect(idsAt(path)).toEqual(expected);
});

test.each(['/te%61ms', '//teams', '/teams/a b', '/teams/:teamId', 'teams'])(
  '%s, which needs decoding or tidying, is left every route',
  (path) => {
    expect(narrow(path)).toBe(build);
  },
);

test('the list for the browser is narrowed alike, and builds are made once', () => {
  const { assets } = narrow('/teams/7');
  expect(Object.keys(assets.routes).sort()).toEqual(['not-found', 'root', 'team']);
  expect(assets.url).toBe('/m.js');
  expect(narrow('/teams/8')).toBe(narrow('/teams/7'));
});

test('routes are the very ones given, guarded as they are', () => {
  expect(narrow('/teams/7').routes.team).toBe(build.routes.team);
});
