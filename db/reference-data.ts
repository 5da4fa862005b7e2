import { bankHolidaysEngland } from '#scoring/employers/bank-holidays-england.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { integrationScheme2026 } from '#scoring/integration/integration-scheme.ts';
import { jobEntryDefinitions } from '#scoring/outcomes/job-entry-definitions.ts';

import type { Trx } from './audit/change.ts';
import { identifiersOf } from './identifiers.ts';
import { benchmarkRows } from './reference/benchmarks.ts';
import { datedSettings } from './reference/dated-settings.ts';

/** The same in every installation, so that two files can be compared row by row. */
const identifier = identifiersOf(0, 'reference data');

export const SCALE_VERSION_2008_ID = identifier(fidelityScale2008.id);
export const INTEGRATION_SCHEME_ID = identifier(integrationScheme2026.id);

/** No record is older than the service of the evaluation, which began in January 2019. */
const FIRST_DAY = '2019-01-01';

/**
 * What every new file starts with, demo or not: bank holidays, the fidelity scale, the integration scheme, the
 * definitions of job entry, benchmarks and the settings that are choices. All of it is dated data that an
 * administrator can add to; nothing of it is about a team or a person.
 */
export async function insertReferenceData(trx: Trx, now: string): Promise<void> {
  await trx.insertInto('bankHolidays').values(bankHolidaysEngland).execute();
  await insertSchemes(trx, now);
  await trx
    .insertInto('jobEntryDefinitions')
    .values(
      jobEntryDefinitions.map((definition) => ({
        id: identifier(`definition ${definition.key}`),
        key: definition.key,
        validFrom: FIRST_DAY,
        validTo: null,
        // Its own dated versions are inside: the change of 1 April 2024 is one of them.
        definition: JSON.stringify(definition),
      })),
    )
    .execute();
  await trx
    .insertInto('benchmarks')
    .values(
      benchmarkRows.map((row) => ({
        id: identifier(`benchmark ${row.key} ${row.validFrom}`),
        ...row,
        version: 1,
      })),
    )
    .execute();
  await trx
    .insertInto('datedSettings')
    .values(
      datedSettings.map(({ value, ...row }) => ({
        id: identifier(`setting ${row.key}`),
        ...row,
        validFrom: FIRST_DAY,
        value: JSON.stringify(value),
      })),
    )
    .execute();
}

async function insertSchemes(trx: Trx, now: string): Promise<void> {
  await trx
    .insertInto('scaleVersions')
    .values({
      id: SCALE_VERSION_2008_ID,
      name: fidelityScale2008.name,
      validFrom: '2008-01-07',
      definition: JSON.stringify(fidelityScale2008),
      publishedAt: now,
      publishedBy: null,
      note: 'First version: wording and verification as the product came with it.',
    })
    .execute();
  await trx
    .insertInto('integrationSchemes')
    .values({
      id: INTEGRATION_SCHEME_ID,
      name: integrationScheme2026.name,
      validFrom: FIRST_DAY,
      definition: JSON.stringify(integrationScheme2026),
      note: 'Our own scheme, the first one: it holds for every rating so far.',
    })
    .execute();
}
