import type { Db } from '#db/connection/open-database.ts';
import { countContactsByDay } from '#db/queries/employer-contacts.ts';
import {
  countMeetingsByForm,
  getTeamOpening,
  listClientRecords,
  listCurrentJobs,
  listEmployerVisits,
  listJobStarts,
} from '#db/queries/review-records.ts';
import { listBankHolidays, listSpecialistTime } from '#db/queries/team-facts.ts';
import { addDays } from '#scoring/calendar/iso-day.ts';
import type { ContactsBasis } from '#scoring/employers/employer-contact.ts';
import { caseloadWindow, recordedCaseload } from '#scoring/fidelity/records/caseload-record.ts';
import {
  recordedInPerson,
  recordedParticularContacts,
} from '#scoring/fidelity/records/contact-kind-record.ts';
import { contactRecordWindow, recordedContacts } from '#scoring/fidelity/records/contact-record.ts';
import { recordedFollowAlong } from '#scoring/fidelity/records/follow-along-record.ts';
import {
  recordedCurrentJobs,
  recordedEmployers,
  recordedJobTypes,
  yearUpTo,
} from '#scoring/fidelity/records/job-record.ts';
import { recordedProfiles } from '#scoring/fidelity/records/profile-record.ts';
import type { RecordedItem } from '#scoring/fidelity/records/recorded-item.ts';
import { recordedRelationships } from '#scoring/fidelity/records/relationship-record.ts';
import { recordedSupport } from '#scoring/fidelity/records/support-record.ts';
import { activeDays } from '#scoring/fidelity/records/team-records.ts';

export interface RecordsOf {
  teamId: string;
  /** Records are read up to this day. */
  day: string;
  /** Which employer contacts count for item 17: the setting in force. */
  basis: ContactsBasis;
}

type Reader = (db: Db, records: RecordsOf) => Promise<RecordedItem>;

/** What the team's records hold about each item, by its number. An item that is not here has no record. */
const readers: Readonly<Record<number, Reader>> = {
  1: async (db, { teamId, day }) => {
    const window = caseloadWindow(day);
    const clients = await listClientRecords(db, teamId, window);
    const staff = await listSpecialistTime(db, { ...window, teamId });
    return recordedCaseload(clients, staff, { openedOn: await getTeamOpening(db, teamId), day });
  },
  14: async (db, { teamId, day }) =>
    recordedProfiles(await listClientRecords(db, teamId, yearUpTo(day)), day),
  16: async (db, { teamId, day }) =>
    recordedParticularContacts(await countContactsByDay(db, teamId, yearUpTo(day)), day),
  17: async (db, { teamId, day, basis }) => {
    const { from, to } = contactRecordWindow(day);
    const records = {
      staff: await listSpecialistTime(db, { from, to, teamId }),
      contacts: await countContactsByDay(db, teamId, { from, to }),
      clients: await listClientRecords(db, teamId, lastFourWeeks(day)),
      bankHolidays: await listBankHolidays(db),
    };
    return recordedContacts(records, basis, day);
  },
  18: async (db, { teamId, day }) =>
    recordedRelationships(await listEmployerVisits(db, teamId, yearUpTo(day)), day),
  19: async (db, { teamId, day }) =>
    recordedJobTypes(await listJobStarts(db, teamId, yearUpTo(day)), day),
  20: async (db, { teamId, day }) =>
    recordedEmployers(await listJobStarts(db, teamId, yearUpTo(day)), day),
  21: async (db, { teamId, day }) => {
    const answers = { yes: true, no: false, 'not-known': null };
    const jobs = await listCurrentJobs(db, teamId, day);
    return recordedCurrentJobs(
      jobs.map(({ permanent }) => ({ permanent: answers[permanent] })),
      day,
    );
  },
  22: async (db, { teamId, day }) =>
    recordedSupport(await listClientRecords(db, teamId, lastFourWeeks(day)), day),
  23: async (db, { teamId, day }) => {
    const { from, to } = yearUpTo(day);
    // The week before a job started on the first day is part of it.
    return recordedFollowAlong(
      await listClientRecords(db, teamId, { from: addDays(from, -7), to }),
      day,
    );
  },
  24: async (db, { teamId, day }) => {
    const window = yearUpTo(day);
    const meetings = (await countMeetingsByForm(db, teamId, window)).map((row) => ({
      isInPerson: row.form === 'in-person',
      meetings: row.meetings,
    }));
    return recordedInPerson(await countContactsByDay(db, teamId, window), meetings, day);
  },
};

function lastFourWeeks(day: string) {
  return { from: addDays(day, 1 - activeDays), to: day };
}

/** What a team's own records hold about an item; undefined where no record has anything to say. */
export async function findRecordedItem(
  db: Db,
  itemNumber: number,
  records: RecordsOf,
): Promise<RecordedItem | undefined> {
  return readers[itemNumber]?.(db, records);
}
