import { randomUUID } from 'node:crypto';

import { periodChoices } from '#app/relations/period.ts';
import { dayInEngland } from '#scoring/calendar/day-in-england.ts';
import type { Db } from '#db/connection/open-database.ts';
import { insertReferenceData } from '#db/reference-data.ts';
import type { Role } from '#db/schema/people.ts';
import { halfYearBounds } from '#scoring/calendar/half-year.ts';

import { countedClients } from '../../builders/clients.ts';
import { aSignedRating } from '../../builders/ratings.ts';
import { anOpenReview, aSignedOffReview, scoresOfTotal } from '../../builders/reviews.ts';
import { insertRows, setUp, setUpAt } from '../../builders/set-up.ts';
import { aTeam } from '../../builders/teams.ts';
import { addUser } from '../add-user.ts';
import { addLinkage } from './linkage-side.ts';
import type { VisitorName } from './expected-access.ts';
import { writeScores } from './review-scores.ts';
import { aSide, type Side } from './team-side.ts';

/** Identifiers by the names they have in addresses, and of what has no address of its own. */
export type Ids = Record<string, string | undefined>;

export type AccountName = Exclude<VisitorName, 'nobody'>;

export interface Account {
  id: string;
  email: string;
}

export interface World {
  sides: { own: Side; other: Side };
  own: Ids;
  other: Ids;
  none: Ids;
  sibling: Ids;
  ratings: Record<'ownDraft' | 'ownSigned' | 'otherDraft' | 'otherSigned', string>;
  reviews: Record<
    'blind' | 'submitted' | 'unassigned' | 'own signed off' | 'other signed off',
    string
  >;
  accounts: Record<AccountName, Account>;
  /** Reviews where neither of the first two reviewers takes part. */
  thirdReviewer: Account;
  /** The last complete half-year, in which there are teams enough to relate. */
  halfYear: string;
}

/** What reviewers have written into open reviews. */
export const scoreWords = {
  first: 'Mulberrystone',
  second: 'Periwinklegate',
  third: 'Saxifragemoor',
  both: 'Tamarisk of both',
} as const;

export const nationalWords = {
  note: 'Wolfsbane of a meeting',
  benchmark: 'Yarrow of a mark',
} as const;
/** Begins the names of all further teams. */
export const furtherTeams = 'Hellebore';

const roles: Record<AccountName, Role> = {
  administrator: 'administrator',
  'reviewer 1': 'reviewer',
  'reviewer 2': 'reviewer',
  'team leader': 'team-leader',
  'employment specialist': 'employment-specialist',
  'host representative': 'host-representative',
  'national reader': 'national-reader',
  'national analyst': 'national-analyst',
  'disabled account': 'administrator',
};

/** Two teams with everything, the people who walk, and further teams so that the relations have rows. */
export async function buildWorld(db: Db): Promise<World> {
  await setUp(db, (trx) => insertReferenceData(trx, setUpAt));
  const own = await aSide(db, 'own', 'Ashquern');
  const other = await aSide(db, 'other', 'Birchvole');
  const accounts = await addAccounts(db, own);
  const third = await addUser(db, { name: 'Third Reviewer', role: 'reviewer' });
  await db
    .updateTable('specialists')
    .set({ userId: accounts['employment specialist'].id })
    .where('id', '=', own.ids.specialistId ?? '')
    .execute();
  const reviews = await addReviews(db, { own, other, accounts, third: third.id });
  const halfYear = await addFurtherTeams(db, [own, other]);
  const national = await addNational(db);
  const linkage = {
    own: await addLinkage(db, '2024-06-01'),
    other: await addLinkage(db, '2024-12-01'),
  };
  const inNoTeam = ['reviewId', 'noteId', 'benchmarkId', ...Object.keys(linkage.own)];
  const none = [...Object.keys(own.ids), ...inNoTeam].map((name) => [name, randomUUID()]);
  const shared = { itemNumber: '1', outcome: 'worked', file: 'outcomes.csv', '*': 'no-such-page' };
  return {
    sides: { own, other },
    own: { ...own.ids, ...shared, ...national.own, ...linkage.own },
    other: { ...other.ids, ...shared, ...national.other, ...linkage.other },
    none: {
      ...(Object.fromEntries(none) as Ids),
      ...shared,
      month: '1999-01',
      key: 'nothing',
      outcome: 'no-such-outcome',
      file: 'no-such-file',
    },
    sibling: own.sibling,
    ratings: {
      ownDraft: own.ratings.draft,
      ownSigned: own.ratings.signed,
      otherDraft: other.ratings.draft,
      otherSigned: other.ratings.signed,
    },
    reviews,
    accounts,
    thirdReviewer: third,
    halfYear,
  };
}

async function addAccounts(db: Db, { ids, hostServiceId }: Side): Promise<World['accounts']> {
  const accounts: Partial<World['accounts']> = {};
  for (const [name, role] of Object.entries(roles) as [AccountName, Role][]) {
    const isTeam = role === 'team-leader' || role === 'employment-specialist';
    accounts[name] = await addUser(db, {
      name: `Walking ${name}`,
      role,
      teamId: isTeam ? (ids.teamId ?? null) : null,
      hostServiceId: role === 'host-representative' ? hostServiceId : null,
    });
  }
  return accounts as World['accounts'];
}

interface Reviewing {
  own: Side;
  other: Side;
  accounts: World['accounts'];
  third: string;
}

async function addReviews(
  db: Db,
  { own, other, accounts, third }: Reviewing,
): Promise<World['reviews']> {
  const first = { userId: accounts['reviewer 1'].id };
  const second = { userId: accounts['reviewer 2'].id };
  const submittedAt = setUpAt;
  const teamId = own.ids.teamId ?? '';
  const otherId = other.ids.teamId ?? '';
  const blind = await anOpenReview(db, teamId, [first, { ...second, submittedAt }]);
  await writeScores(db, {
    reviewId: blind,
    reviewerId: first.userId,
    score: 3,
    words: scoreWords.first,
  });
  await writeScores(db, {
    reviewId: blind,
    reviewerId: second.userId,
    score: 2,
    words: scoreWords.second,
  });
  const both = [first, second].map((reviewer) => ({ ...reviewer, submittedAt }));
  const submitted = await anOpenReview(db, teamId, both);
  for (const { userId: reviewerId } of both) {
    await writeScores(db, { reviewId: submitted, reviewerId, score: 4, words: scoreWords.both });
  }
  const unassigned = await anOpenReview(db, otherId, [{ userId: third, submittedAt }]);
  await writeScores(db, {
    reviewId: unassigned,
    reviewerId: third,
    score: 5,
    words: scoreWords.third,
  });
  return {
    blind,
    submitted,
    unassigned,
    'own signed off': await signedOff(db, own, [first.userId, second.userId]),
    'other signed off': await signedOff(db, other, [third]),
  };
}

async function signedOff(db: Db, { ids, words }: Side, reviewerIds: readonly string[]) {
  const { agreedReason } = words;
  const facts = { lastVisitDay: '2025-05-14', agreedReason, reviewerIds };
  const reviewId = await aSignedOffReview(db, ids.teamId ?? '', facts);
  for (const reviewerId of reviewerIds) {
    await writeScores(db, { reviewId, reviewerId, score: 4, words: agreedReason });
  }
  return reviewId;
}

/** Teams with a rate, a review and a rating in one half-year, the two sides among them. Gives the half-year. */
async function addFurtherTeams(db: Db, sides: readonly Side[]): Promise<string> {
  const [halfYear = ''] = periodChoices(dayInEngland(new Date()));
  const { from, to } = halfYearBounds(halfYear);
  const further = Array.from({ length: 12 }, (_, index) => `${furtherTeams} ${index + 1}`);
  const made = await Promise.all(further.map(async (name) => (await aTeam(db, { name })).id));
  const teams = [...sides.map(({ ids }) => ids.teamId ?? ''), ...made];
  for (const [index, teamId] of teams.entries()) {
    const clients = 100 + 7 * index;
    await countedClients(db, teamId, { clients, entries: 31 + 3 * index, enrolled: from });
    const scores = scoresOfTotal(70 + 2 * index);
    await aSignedOffReview(db, teamId, { lastVisitDay: from, scores });
    const chosenLevel = (['low', 'medium', 'high'] as const)[index % 3] ?? 'low';
    await aSignedRating(db, teamId, { ratedOn: to, chosenLevel });
  }
  return halfYear;
}

/** What the national roles keep: two meeting notes, and benchmarks of which one carries our words. */
async function addNational(db: Db): Promise<{ own: Ids; other: Ids }> {
  const notes = [randomUUID(), randomUUID()] as const;
  const benchmarks = await db
    .selectFrom('benchmarks')
    .select(['id', 'key'])
    .where('validTo', 'is', null)
    .orderBy('key')
    .execute();
  const [first, second, third, fourth] = benchmarks;
  await setUp(db, async (trx) => {
    await insertRows(
      trx,
      'meetingNotes',
      notes.map((id) => ({
        id,
        heldOn: '2025-06-03',
        text: nationalWords.note,
        createdAt: setUpAt,
        createdBy: null,
        version: 1,
      })),
    );
    await trx
      .updateTable('benchmarks')
      .set({ source: nationalWords.benchmark })
      .where('id', '=', first?.id ?? '')
      .execute();
  });
  const idsOf = (noteId: string, corrected?: Key, followed?: Key): Ids => ({
    noteId,
    benchmarkId: corrected?.id ?? '',
    key: followed?.key ?? '',
  });
  return { own: idsOf(notes[0], first, third), other: idsOf(notes[1], second, fourth) };
}

interface Key {
  id: string;
  key: string;
}
