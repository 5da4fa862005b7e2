import type { Db } from '#db/connection/open-database.ts';
import { listJobEntryDefinitions } from '#db/queries/dated-data.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';

/**
 * The definitions of a job entry in force on a day. Each carries its own wordings by date, for the periods before; of two
 * rows of one key that both hold, the later one counts.
 */
export async function jobEntryDefinitionsOf(db: Db, day: string): Promise<JobEntryDefinition[]> {
  const stored = (await listJobEntryDefinitions(db)).filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  const byKey = new Map(stored.map(({ key, definition }) => [key, definition]));
  return [...byKey.values()].map((definition) => JSON.parse(definition) as JobEntryDefinition);
}
