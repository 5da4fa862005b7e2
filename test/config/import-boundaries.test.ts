import { join } from 'node:path';

import { ESLint } from 'eslint';
import { describe, expect, test, vi } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

// The first look at the configuration loads every plugin of it.
vi.setConfig({ testTimeout: 60_000 });

const RULE = 'no-restricted-imports';

/** One file of each kind of place; only its path matters. */
const places = {
  scoring: 'scoring/calendar/iso-day.ts',
  'scoring (deeper)': 'scoring/statistics/distributions/normal.ts',
  db: 'db/audit/hash.ts',
  'db (deeper)': 'db/connection/open-database.ts',
  app: 'app/server/config.server.ts',
  'app (page)': 'app/routes/home.tsx',
};

type Place = keyof typeof places;

/** The project's own configuration, but only this rule of it, which needs no types: that takes a tenth of the time. */
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId === RULE,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

/** Messages of the import rule for a file of one line standing in that place. */
async function complaints(place: Place, from: string): Promise<string[]> {
  const code = `import * as other from '${from}';\n\nexport default other;\n`;
  const [result] = await eslint.lintText(code, { filePath: join(root, places[place]) });
  return result!.messages
    .filter(({ ruleId, fatal }) => ruleId === RULE || fatal)
    .map(({ message }) => message);
}

describe('refused', () => {
  test.each<[Place, string]>([
    ['scoring', '#app/nonce.ts'],
    ['scoring', '#db/migrate.ts'],
    ['scoring', '#test/db/temporary-database.ts'],
    ['scoring', '@remix-run/node'],
    ['scoring', 'react'],
    ['scoring', 'react-dom/server'],
    ['scoring', 'kysely'],
    ['scoring', 'better-sqlite3'],
    ['scoring', 'express'],
    ['scoring', 'zod'],
    ['scoring', 'node:fs'],
    ['scoring', '../../db/migrate.ts'],
    ['scoring (deeper)', '../../../app/nonce.ts'],
    ['db', '#app/nonce.ts'],
    ['db', '#test/db/temporary-database.ts'],
    ['db', '@remix-run/node'],
    ['db', 'react'],
    ['db (deeper)', '../../app/nonce.ts'],
    ['db (deeper)', '../../scoring/calendar/iso-day.ts'],
    ['app', '#test/db/temporary-database.ts'],
    ['app', 'kysely'],
    ['app', 'better-sqlite3'],
    ['app (page)', 'kysely'],
    ['app (page)', '../../db/migrate.ts'],
  ])('%s imports %s', async (place, from) => {
    expect(await complaints(place, from)).toHaveLength(1);
  });
});

describe('allowed', () => {
  test.each<[Place, string]>([
    ['scoring', './iso-month.ts'],
    ['scoring', '#scoring/calendar/iso-month.ts'],
    ['scoring', 'cephes'],
    ['db', '#scoring/calendar/iso-day.ts'],
    ['db', 'kysely'],
    ['db', 'node:crypto'],
    ['db (deeper)', '../schema/index.ts'],
    ['app', '#db/migrate.ts'],
    ['app', '#scoring/calendar/iso-day.ts'],
    ['app', 'zod'],
    ['app (page)', '../nonce.ts'],
  ])('%s imports %s', async (place, from) => {
    expect(await complaints(place, from)).toEqual([]);
  });
});
