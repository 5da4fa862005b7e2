import type { Trx } from '../audit/change.ts';
import { insertRows } from './bulk-insert.ts';
import { clientReference } from './client-reference.ts';
import { clientRows } from './client-rows.ts';
import { contactRows, type RowReferences } from './contact-rows.ts';
import { demoAccounts } from './accounts.ts';
import type { Identities } from './identities.ts';
import { meetingReturnRows } from './meeting-returns.ts';
import { demoStaffNames, type StaffMember } from './staff.ts';
import type { TeamRate } from './fidelity-weight.ts';
import { teamRate } from './team-rate.ts';
import type { TeamRecords } from './team-records.ts';
import { signatoryKey, userKey } from './user-rows.ts';
import { dayNumber, isoDay, momentOf } from './calendar.ts';
import { DEMO_TEAM, recordsFrom } from './team-profiles.ts';

/** The account a member of staff signs in with, where there is one. */
function accountOf(member: StaffMember, teamIndex: number, ids: Identities): string | null {
  if (member.role === 'team-leader') return ids.user(signatoryKey(teamIndex, 'leader'));
  if (teamIndex !== DEMO_TEAM || member.name !== demoStaffNames.specialist) return null;
  const account = demoAccounts.find(({ name }) => name === member.name);
  return account === undefined ? null : ids.user(userKey.account(account.email));
}

function referencesOf(records: TeamRecords, ids: Identities): RowReferences {
  const { team, staff, employers } = records;
  const specialistIds = new Map(staff.map((member) => [member, ids.specialist(member.key)]));
  const users = new Map(staff.map((member) => [member, accountOf(member, team.index, ids)]));
  return {
    teamId: ids.team(team.index),
    specialistId: (member) => specialistIds.get(member) ?? '',
    userId: (member) => users.get(member) ?? null,
    employerIds: employers.map((_, place) => ids.employer(`${team.index}/${place}`)),
  };
}

/** Writes everything that is drawn for one team, and says what job-entry rate came out. */
export async function writeTeam(
  trx: Trx,
  records: TeamRecords,
  ids: Identities,
  seed: number,
): Promise<TeamRate> {
  const { team, staff, employers, clients } = records;
  const references = referencesOf(records, ids);
  const { teamId } = references;
  await writeStaff(trx, staff, references, ids);
  await insertRows(
    trx,
    'employers',
    employers.map(({ name, nameKey, postcode }, place) => ({
      id: references.employerIds[place] ?? '',
      teamId,
      name,
      nameKey,
      postcode,
      createdAt: momentOf(Math.max(0, dayNumber(recordsFrom(team))), 9),
    })),
  );
  await insertRows(
    trx,
    'employerContacts',
    contactRows(team, staff, references, seed, ids.contact),
  );
  const rows = clients.map((course, place) =>
    clientRows(course, clientReference(team, place), references, employers, seed, ids),
  );
  await insertRows(
    trx,
    'clients',
    rows.map(({ client }) => client),
  );
  await insertRows(
    trx,
    'clientFactors',
    rows.flatMap(({ factors }) => (factors ? [factors] : [])),
  );
  await insertRows(
    trx,
    'clientMeetings',
    rows.flatMap(({ meetings }) => meetings),
  );
  await insertRows(
    trx,
    'jobEntries',
    rows.flatMap(({ jobEntries }) => jobEntries),
  );
  const returns = meetingReturnRows(team, teamId, clients, ids.meetingReturn);
  await insertRows(trx, 'meetingReturns', returns);
  return teamRate(team.index, rows);
}

async function writeStaff(
  trx: Trx,
  staff: readonly StaffMember[],
  references: RowReferences,
  ids: Identities,
): Promise<void> {
  await insertRows(
    trx,
    'specialists',
    staff.map((member) => ({
      id: references.specialistId(member),
      teamId: references.teamId,
      userId: references.userId(member),
      name: member.name,
      role: member.role,
      employedFrom: member.employedFrom,
      employedTo: member.employedTo,
      version: 1,
    })),
  );
  await insertRows(
    trx,
    'workingPatterns',
    staff.flatMap((member) =>
      member.patterns.map(({ from, fte }) => ({
        id: ids.pattern(`${member.key}/${from}`),
        specialistId: references.specialistId(member),
        fromDate: from,
        fte,
      })),
    ),
  );
  await insertRows(
    trx,
    'specialistLeave',
    staff.flatMap((member) =>
      member.leave.map(({ day, part }) => ({
        id: ids.leave(`${member.key}/${day}`),
        specialistId: references.specialistId(member),
        day: isoDay(day),
        part,
      })),
    ),
  );
}
