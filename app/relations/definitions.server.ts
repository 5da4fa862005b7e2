import type { Db } from '#db/connection/open-database.ts';
import { listJobEntryDefinitions } from '#db/queries/dated-data.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';

/** The definitions of a job entry as this installation holds them. */
export async function jobEntryDefinitionsOf(db: Db): Promise<JobEntryDefinition[]> {
  const stored = await listJobEntryDefinitions(db);
  // A definition carries its own wordings by date; a later row of the same key replaces the earlier one.
  const byKey = new Map(stored.map(({ key, definition }) => [key, definition]));
  return [...byKey.values()].map((definition) => JSON.parse(definition) as JobEntryDefinition);
}
