import type { Db } from '#db/connection/open-database.ts';
import {
  findSetting,
  listBenchmarks,
  listDatedSettings,
  listJobEntryDefinitions,
} from '#db/queries/dated-data.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import {
  defaultDisclosurePolicy,
  type DisclosurePolicy,
} from '#scoring/disclosure/disclosure-policy.ts';
import type {
  JobEntryDefinition,
  JobEntryVersion,
} from '#scoring/outcomes/job-entry-definitions.ts';

import { benchmarkInWords, daysInForce } from './benchmark-words.ts';
import { settingInWords } from './setting-words.ts';
import { smallNumberWords } from './small-number-words.ts';

const isInForce = (day: string) => (row: { validFrom: string; validTo: string | null }) =>
  row.validFrom <= day && (row.validTo === null || row.validTo >= day);

/** The wording of each definition in force; a definition's own change of wording in time is inside it. */
export async function definitionsInForce(db: Db, today: string) {
  const rows = (await listJobEntryDefinitions(db)).filter(isInForce(today));
  return rows.map(({ key, definition }) => {
    const { name, window, source, versions, choices } = JSON.parse(
      definition,
    ) as JobEntryDefinition;
    return { key, name, window, source, choices, versions: versions.map(versionInWords) };
  });
}

function versionInWords({ from, to, numerator, denominator }: JobEntryVersion) {
  const parts = [from && `from ${formatDay(from)}`, to && `to ${formatDay(to)}`].filter(Boolean);
  return { days: parts.join(' '), numerator, denominator };
}

export async function benchmarksInForce(db: Db, today: string) {
  const rows = (await listBenchmarks(db)).filter(isInForce(today));
  return rows.map(({ id, name, value, unit, validFrom, validTo, source }) => ({
    id,
    name,
    value: benchmarkInWords(value, unit),
    days: daysInForce(validFrom, validTo),
    source,
  }));
}

export async function smallNumberRules(db: Db, today: string): Promise<string[]> {
  const json = await findSetting(db, 'small-number-policy', today);
  return smallNumberWords(
    json === undefined ? defaultDisclosurePolicy : (JSON.parse(json) as DisclosurePolicy),
  );
}

export async function settings(db: Db) {
  return (await listDatedSettings(db)).map(({ key, validFrom, value, note }) => ({
    ...settingInWords(key, value),
    from: formatDay(validFrom),
    note,
  }));
}
