import { randomUUID } from 'node:crypto';

import { criterionKeys } from '#app/forms/integration-rating.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Ids } from './world.ts';

import { aChartBaseline } from '../../builders/chart-baselines.ts';
import { clientsOf, countedClients } from '../../builders/clients.ts';
import { aMeetingReturn } from '../../builders/meeting-returns.ts';
import { aRating } from '../../builders/ratings.ts';
import { aSpecialist } from '../../builders/staff.ts';
import { insertRows, setUp, setUpAt } from '../../builders/set-up.ts';
import { aHostService, aTeam } from '../../builders/teams.ts';
import { addUser } from '../add-user.ts';

/** Words of one team that stand nowhere else. */
export type Words = Record<
  | 'team'
  | 'host'
  | 'client'
  | 'employer'
  | 'specialist'
  | 'account'
  | 'contactNote'
  | 'jobType'
  | 'draftEvidence'
  | 'evidence'
  | 'agreedReason'
  | 'baselineReason',
  string
>;

export interface Side {
  hostServiceId: string;
  words: Words;
  /** An account of the team that nobody walks with. */
  account: { id: string; email: string };
  ids: Ids;
  /** Of the team's second client and second specialist. */
  sibling: Ids;
  ratings: { draft: string; signed: string };
  /** A contact that may be undone without missing it elsewhere. */
  spareContactId: string;
}

/** Clients on the books in the month returned: no multiple of 5, so that its protected form looks otherwise. */
export const exactBooks = { own: 8347, other: 9283 } as const;
export const returnedMonth = '2025-03';

function wordsOf(word: string): Words {
  return {
    team: `${word} team`,
    host: `${word} treatment`,
    client: `${word}-0417`,
    employer: `${word} Bakery`,
    specialist: `${word} Specialist`,
    account: `${word} Account`,
    contactNote: `${word} told on the telephone`,
    jobType: `${word} shop work`,
    draftEvidence: `${word} evidence of a draft`,
    evidence: `${word} evidence to sign`,
    agreedReason: `${word} reason agreed on`,
    baselineReason: `${word} reason to begin anew`,
  };
}

/** A team with its host service and records of every kind. */
export async function aSide(db: Db, whose: 'own' | 'other', word: string): Promise<Side> {
  const words = wordsOf(word);
  const host = await aHostService(db, words.host);
  const { id: teamId } = await aTeam(db, { name: words.team, hostServiceId: host.id });
  const account = await addUser(db, { name: words.account, role: 'employment-specialist', teamId });
  await aMeetingReturn(db, teamId, returnedMonth, {
    meetings: 700,
    bands: [1, exactBooks[whose] - 1, 0, 0, 0],
  });
  await countedClients(db, teamId, { clients: 137, entries: 41, enrolled: '2025-02-10' });
  const first = await somebodysWork(db, teamId, words, '');
  const second = await somebodysWork(db, teamId, words, ' the second');
  const level = { proposedLevel: 'medium', chosenLevel: 'medium' } as const;
  const draft = await rated(db, aRating(db, teamId, 'draft'), words.draftEvidence);
  const ready = await rated(db, aRating(db, teamId, 'ready to sign', level), words.evidence);
  const signed = await rated(
    db,
    aRating(db, teamId, 'signed by the leader', { ...level, ratedOn: '2025-06-02' }),
    words.evidence,
  );
  const reason = words.baselineReason;
  const baselineId = await aChartBaseline(db, teamId, { reason, createdBy: account.id });
  return {
    hostServiceId: host.id,
    words,
    account,
    ids: {
      ...{ teamId, userId: account.id, month: returnedMonth, ratingId: ready, baselineId },
      ...first,
    },
    sibling: { teamId, ...second },
    ratings: { draft, signed },
    spareContactId: second.contactId,
  };
}

/** A specialist with hours and leave, a contact with an employer, and a client with a profile, meeting and job. */
async function somebodysWork(db: Db, teamId: string, words: Words, which: string) {
  const specialist = await aSpecialist(db, teamId, {
    name: words.specialist + which,
    patterns: { '2022-01-03': 1, '2025-02-03': 0.5 },
    leave: { '2025-03-12': 1 },
  });
  const reference = words.client + which.replaceAll(' ', '-');
  const jobEntryId = randomUUID();
  const job = { id: jobEntryId, startDate: '2025-04-07', jobType: words.jobType };
  const enrolled = { reference, enrolmentDate: '2025-02-03' };
  const [clientId = ''] = await clientsOf(db, teamId, [{ ...enrolled, jobs: [job] }]);
  const made = { employerId: randomUUID(), contactId: randomUUID(), meetingId: randomUUID() };
  const day = '2025-03-04';
  const by = { teamId, createdAt: setUpAt, createdBy: null };
  await setUp(db, async (trx) => {
    const name = words.employer + which;
    await insertRows(trx, 'employers', [
      {
        id: made.employerId,
        teamId,
        name,
        nameKey: name.toLowerCase(),
        postcode: null,
        createdAt: setUpAt,
      },
    ]);
    await insertRows(trx, 'employerContacts', [
      {
        ...by,
        id: made.contactId,
        specialistId: specialist.id,
        employerId: made.employerId,
        contactDate: day,
        mode: 'in-person',
        answered: 1,
        outcome: 'introduced',
        withWhom: 'has-say-in-hiring',
        forWhom: 'clients-in-general',
        note: words.contactNote,
        nextStepDate: null,
        undoneAt: null,
        version: 1,
      },
    ]);
    await insertRows(trx, 'clientMeetings', [
      {
        ...by,
        id: made.meetingId,
        clientId,
        specialistId: specialist.id,
        meetingDate: day,
        form: 'in-person',
        undoneAt: null,
      },
    ]);
    await trx
      .updateTable('jobEntries')
      .set({ employerId: made.employerId })
      .where('id', '=', jobEntryId)
      .execute();
  });
  const hours = await db
    .selectFrom('workingPatterns')
    .select('id')
    .where('specialistId', '=', specialist.id)
    .orderBy('fromDate', 'desc')
    .executeTakeFirstOrThrow();
  const leave = await db
    .selectFrom('specialistLeave')
    .select('id')
    .where('specialistId', '=', specialist.id)
    .executeTakeFirstOrThrow();
  const person = { specialistId: specialist.id, patternId: hours.id, leaveId: leave.id };
  return { ...made, ...person, clientId, jobEntryId };
}

async function rated(db: Db, rating: Promise<string>, evidence: string): Promise<string> {
  const ratingId = await rating;
  const rows = criterionKeys.map((criterion) => ({
    id: randomUUID(),
    ratingId,
    criterion,
    rating: 1,
    evidence,
  }));
  await setUp(db, (trx) => insertRows(trx, 'integrationCriteria', rows));
  return ratingId;
}
