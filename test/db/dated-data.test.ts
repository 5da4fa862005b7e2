import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import {
  findSetting,
  listBenchmarks,
  listDatedSettings,
  listJobEntryDefinitions,
} from '#db/queries/dated-data.ts';
import { jobEntryDefinitions } from '#scoring/outcomes/job-entry-definitions.ts';

import { sharedDatabase } from '../builders/database.ts';
import { insertRows, setUp } from '../builders/set-up.ts';

describe('dated data', () => {
  const { db } = sharedDatabase((given) =>
    setUp(given, (trx) =>
      insertRows(trx, 'datedSettings', [
        {
          id: randomUUID(),
          key: 'minimum-clients',
          validFrom: '2026-04-01',
          value: '15',
          note: '',
        },
      ]),
    ),
  );

  test('a setting holds from its first day on', async () => {
    expect(await findSetting(db(), 'minimum-clients', '2026-03-31')).toBe('10');
    expect(await findSetting(db(), 'minimum-clients', '2026-04-01')).toBe('15');
    expect(await findSetting(db(), 'minimum-clients', '2018-12-31')).toBeUndefined();
    expect(await findSetting(db(), 'no such setting', '2026-04-01')).toBeUndefined();
  });

  test('settings and benchmarks list the newest value of a key first', async () => {
    const settings = await listDatedSettings(db());
    const minimum = settings.filter(({ key }) => key === 'minimum-clients');
    expect(minimum.map(({ value }) => value)).toEqual(['15', '10']);
    const intoWork = (await listBenchmarks(db())).filter(({ key }) => key === 'into-work');
    expect(intoWork.map(({ value, validFrom }) => [value, validFrom])).toEqual([
      [0.4, '2024-04-01'],
      [0.3, '2019-10-01'],
    ]);
  });

  test('definitions are stored as they are computed', async () => {
    const stored = await listJobEntryDefinitions(db());
    const keys = stored.map(({ key }) => key);
    expect(keys).toEqual(jobEntryDefinitions.map(({ key }) => key).sort());
    for (const { key, definition } of stored) expect(JSON.parse(definition)).toMatchObject({ key });
  });
});
