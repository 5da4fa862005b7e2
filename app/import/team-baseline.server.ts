import type { RecordChange, Trx } from '#db/audit/change.ts';
import {
  listClientProfiles,
  saveClientFactors,
  type ClientFactorValues,
  type ProfileOfClient,
} from '#db/queries/client-factors.ts';
import { updateClientSexAndAge } from '#db/queries/clients.ts';
import { notKnown, profileFactorKeys } from '#scoring/outcomes/baseline-factors.ts';

import type { BaselineRow } from './baseline-file.server.ts';
import { ImportRefused, rowError, type ImportError } from './import-error.ts';

export interface TeamImportCounts {
  rows: number;
  /** Clients who get a vocational profile. */
  added: number;
  /** Clients with another answer, sex or age than before. */
  changed: number;
  unchanged: number;
}

interface Team {
  id: string;
  name: string;
}

/**
 * Writes the answers of a file into a team's vocational profiles, inside a change: all rows or none. An empty cell
 * leaves a known answer alone. Meetings and job start are not read: those have dates in the team's own records.
 */
export async function importTeamBaseline(
  trx: Trx,
  record: RecordChange,
  team: Team,
  rows: readonly BaselineRow[],
): Promise<TeamImportCounts> {
  const profiles = await listClientProfiles(trx, team.id);
  const byReference = new Map(profiles.map((profile) => [profile.reference, profile]));
  const errors = rows.flatMap((row) => rowErrors(row, team, byReference.get(row.clientId)));
  if (errors.length > 0) throw new ImportRefused(errors);
  const counts: TeamImportCounts = { rows: rows.length, added: 0, changed: 0, unchanged: 0 };
  for (const row of rows) {
    const profile = byReference.get(row.clientId);
    if (profile !== undefined) counts[await importRow(trx, record, team, row, profile)] += 1;
  }
  const { added, changed } = counts;
  const detail = { file: 'baseline.csv', rows: rows.length, added, changed };
  await record({ action: 'import', entity: 'team', entityId: team.id, teamId: team.id, detail });
  return counts;
}

function rowErrors(
  { row, factors }: BaselineRow,
  team: Team,
  profile: ProfileOfClient | undefined,
): ImportError[] {
  if (profile === undefined) {
    return [rowError(row, 'client_id', 'is not the reference of a client of this team')];
  }
  const errors: ImportError[] = [];
  if (factors.team !== null && factors.team !== team.name) {
    errors.push(rowError(row, 'team', `must be ${team.name}, or empty`));
  }
  if (factors.startYear !== null && factors.startYear !== profile.enrolmentDate.slice(0, 4)) {
    errors.push(
      rowError(row, 'start_year', 'must be the year of the client’s enrolment, or empty'),
    );
  }
  return errors;
}

async function importRow(
  trx: Trx,
  record: RecordChange,
  team: Team,
  { factors }: BaselineRow,
  profile: ProfileOfClient,
): Promise<'added' | 'changed' | 'unchanged'> {
  const { clientId, profileDate, factors: before } = profile;
  const entries = profileFactorKeys.map((key) => [key, factors[key] ?? before?.[key] ?? notKnown]);
  const values = Object.fromEntries(entries) as ClientFactorValues;
  const isNew = before === undefined;
  const hasOther = !isNew && profileFactorKeys.some((key) => values[key] !== before[key]);
  if (isNew || hasOther) {
    const save = { clientId, profileDate, version: before?.version ?? 0, values };
    await saveClientFactors(trx, record, team.id, save);
  }
  const sex = factors.sex ?? profile.sex;
  const ageAtEnrolment = factors.age === null ? profile.ageAtEnrolment : Number(factors.age);
  const isOtherPerson = sex !== profile.sex || ageAtEnrolment !== profile.ageAtEnrolment;
  if (isOtherPerson) {
    await updateClientSexAndAge(trx, record, team.id, { id: clientId, sex, ageAtEnrolment });
  }
  if (isNew) return 'added';
  return hasOther || isOtherPerson ? 'changed' : 'unchanged';
}
