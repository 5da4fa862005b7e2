import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { relationsQuestion } from '#app/relations/relations-data.server.ts';
import {
  disclosurePolicyOn,
  periodLengthOn,
  relationSettingsOn,
} from '#app/relations/settings.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { defaultRelationSettings } from '#scoring/relations/team-period.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { insertRows, setUp } from '../../builders/set-up.ts';

const today = '2026-07-15';

async function chosen(db: Db, search: string, day = today) {
  const question = await relationsQuestion(db, new URLSearchParams(search), day);
  const { period, definition, contacts } = question;
  return [definition.key, period.halfYear, period.halfYears, contacts];
}

describe('what an address asks for', () => {
  const { db } = sharedDatabase(() => Promise.resolve());
  const usual = ['ips-grow', '2026-H1', 1, 'strict'];

  test('is what is compared', async () => {
    const search = 'definition=via-evaluation&period=2025-H1&length=2&contacts=all-modes';
    expect(await chosen(db(), search)).toEqual(['via-evaluation', '2025-H1', 2, 'all-modes']);
  });

  test('is the usual choice where nothing is asked', async () => {
    expect(await chosen(db(), '')).toEqual(usual);
  });

  test.each([
    'definition=',
    'definition=nobody-knows',
    'definition=__proto__',
    // Published for comparison, never computed.
    'definition=ips-ad-trial',
    'period=2026-H2',
    'period=1066-H1',
    'period=now',
    'length=0',
    'length=7',
    'contacts=letters',
  ])('is the usual choice for %s', async (search) => {
    expect(await chosen(db(), search)).toEqual(usual);
  });

  test('offers every definition that is computed', async () => {
    const { definitions } = await relationsQuestion(db(), new URLSearchParams(), today);
    expect(definitions.map(({ key }) => key)).toHaveLength(6);
  });
});

describe('settings', () => {
  const from = (validFrom: string, key: string, value: unknown) => ({
    id: randomUUID(),
    key,
    validFrom,
    value: JSON.stringify(value),
    note: '',
  });
  const { db } = sharedDatabase((given) =>
    setUp(given, (trx) =>
      insertRows(trx, 'datedSettings', [
        from('2026-04-01', 'minimum-clients', 15),
        from('2026-04-01', 'fidelity-months-in-force', 36),
        from('2026-04-01', 'small-number-policy', { smallestShown: 11 }),
        from('2026-04-01', 'period-half-years', 2),
        from('2026-05-01', 'minimum-clients', 'many'),
      ]),
    ),
  );

  test('hold from their first day', async () => {
    expect(await relationSettingsOn(db(), '2026-03-31')).toEqual(defaultRelationSettings);
    expect(await relationSettingsOn(db(), '2026-04-01')).toEqual({
      ...defaultRelationSettings,
      fewestClients: 15,
      longestReviewAgeMonths: 36,
    });
    expect(await disclosurePolicyOn(db(), '2026-03-31')).toEqual(defaultDisclosurePolicy);
    expect(await disclosurePolicyOn(db(), '2026-04-01')).toEqual({
      ...defaultDisclosurePolicy,
      smallestShown: 11,
    });
  });

  test('that are not stored keep their first value', async () => {
    expect(await relationSettingsOn(db(), '2018-01-01')).toEqual(defaultRelationSettings);
    expect(await disclosurePolicyOn(db(), '2018-01-01')).toEqual(defaultDisclosurePolicy);
    expect(await periodLengthOn(db(), '2018-01-01')).toBe('1');
  });

  test('that are no number are refused by name', async () => {
    await expect(relationSettingsOn(db(), '2026-05-01')).rejects.toThrow('minimum-clients');
  });

  test('decide the length of the period where the address does not', async () => {
    expect((await chosen(db(), ''))[2]).toBe(2);
    expect((await chosen(db(), 'length=1'))[2]).toBe(1);
    expect((await chosen(db(), '', '2026-03-31'))[2]).toBe(1);
  });
});
