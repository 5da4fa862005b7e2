import type { Db } from '#db/connection/open-database.ts';
import { findSetting } from '#db/queries/dated-data.ts';
import {
  defaultDisclosurePolicy,
  type DisclosurePolicy,
} from '#scoring/disclosure/disclosure-policy.ts';
import { defaultRelationSettings, type RelationSettings } from '#scoring/relations/team-period.ts';

/** The small-number policy in force on a day; a setting that is not stored keeps its first value. */
export async function disclosurePolicyOn(db: Db, day: string): Promise<DisclosurePolicy> {
  const stored = await findSetting(db, 'small-number-policy', day);
  return stored === undefined
    ? defaultDisclosurePolicy
    : { ...defaultDisclosurePolicy, ...(JSON.parse(stored) as Partial<DisclosurePolicy>) };
}

/** The rules of the relations in force on a day. */
export async function relationSettingsOn(db: Db, day: string): Promise<RelationSettings> {
  const fewestClients = await numberSetting(db, 'minimum-clients', day);
  const longestReviewAgeMonths = await numberSetting(db, 'fidelity-months-in-force', day);
  return {
    ...defaultRelationSettings,
    ...(fewestClients === undefined ? {} : { fewestClients }),
    ...(longestReviewAgeMonths === undefined ? {} : { longestReviewAgeMonths }),
  };
}

/** How many half-years are compared where nobody asks for another length. */
export async function periodLengthOn(db: Db, day: string): Promise<'1' | '2'> {
  return (await numberSetting(db, 'period-half-years', day)) === 2 ? '2' : '1';
}

async function numberSetting(db: Db, key: string, day: string): Promise<number | undefined> {
  const stored = await findSetting(db, key, day);
  if (stored === undefined) return undefined;
  const value: unknown = JSON.parse(stored);
  if (typeof value !== 'number') throw new Error(`Setting ${key} must be a number`);
  return value;
}
