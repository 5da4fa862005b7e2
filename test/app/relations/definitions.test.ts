import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { jobEntryDefinitionsOf } from '#app/relations/definitions.server.ts';
import { jobEntryDefinitions } from '#scoring/outcomes/job-entry-definitions.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { insertRows, setUp } from '../../builders/set-up.ts';

describe('the definitions of a job entry', () => {
  const { db } = sharedDatabase((given) => {
    const known = jobEntryDefinitions.find(({ key }) => key === 'ips-grow');
    return setUp(given, (trx) =>
      insertRows(trx, 'jobEntryDefinitions', [
        {
          id: randomUUID(),
          key: 'ips-grow',
          validFrom: '2027-04-01',
          validTo: null,
          definition: JSON.stringify({ ...known, name: 'IPS Grow, as of 2027' }),
        },
      ]),
    );
  });
  const nameOn = async (day: string) =>
    (await jobEntryDefinitionsOf(db(), day)).find(({ key }) => key === 'ips-grow')?.name;

  test('take effect on their first day, not when they are written down', async () => {
    expect(await nameOn('2027-03-31')).toBe('IPS Grow: clients into work');
    expect(await nameOn('2027-04-01')).toBe('IPS Grow, as of 2027');
  });
});
