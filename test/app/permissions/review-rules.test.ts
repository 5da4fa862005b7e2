import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  assignedReviewer,
  leadReviewer,
  readsSignedOffReview,
  setsUpReviews,
} from '#app/permissions/review-rules.server.ts';
import type { Rule } from '#app/permissions/rules.server.ts';
import type { Role } from '#db/schema/people.ts';

import { addPerson, addTeam, openReview, type OpenReview } from '../../db/review-builder.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../db/temporary-database.ts';

let file: TemporaryDatabase;
let open: OpenReview;
let signedOff: OpenReview;
let stranger: string;

beforeAll(async () => {
  file = await temporaryDatabase();
  open = await openReview(file.db);
  const { teamId, scaleVersionId, lead, second } = open;
  signedOff = await openReview(file.db, {
    teamId,
    scaleVersionId,
    leadReviewerId: lead,
    otherReviewerIds: [second],
  });
  await file.db
    .updateTable('fidelityReviews')
    .set({ status: 'signed-off' })
    .where('id', '=', signedOff.reviewId)
    .execute();
  stranger = await addPerson(file.db, 'Rae Other');
});

afterAll(async () => {
  await file.close();
});

interface Visitor {
  role: Role;
  id?: string;
  teamId?: string;
}

function decide(rule: Rule, visitor: Visitor | null, reviewId?: string) {
  const user = visitor && {
    id: visitor.id ?? randomUUID(),
    name: 'Test Person',
    role: visitor.role,
    teamId: visitor.teamId ?? null,
    hostServiceId: null,
  };
  return rule({ user, params: { reviewId }, db: file.db });
}

test('a review is open to its own reviewers; another’s is as if it did not exist', async () => {
  const reviewer = (id: string) => ({ role: 'reviewer' as const, id });
  const { reviewId, lead, second } = open;
  expect(await decide(assignedReviewer, reviewer(lead), reviewId)).toBe('allow');
  expect(await decide(assignedReviewer, reviewer(second), reviewId)).toBe('allow');
  expect(await decide(assignedReviewer, reviewer(stranger), reviewId)).toBe('not-found');
  expect(await decide(assignedReviewer, reviewer(lead), randomUUID())).toBe('not-found');
  expect(await decide(assignedReviewer, reviewer(lead))).toBe('not-found');
  expect(await decide(assignedReviewer, null, reviewId)).toBe('sign-in');
  // Somebody who was a reviewer and has another role now.
  expect(await decide(assignedReviewer, { role: 'administrator', id: lead }, reviewId)).toBe(
    'forbidden',
  );
});

test('only the lead reviewer signs off', async () => {
  const { reviewId, lead, second } = open;
  const rule = (id: string) => decide(leadReviewer, { role: 'reviewer', id }, reviewId);
  expect(await rule(lead)).toBe('allow');
  expect(await rule(second)).toBe('forbidden');
  expect(await rule(stranger)).toBe('not-found');
  expect(await decide(leadReviewer, { role: 'national-analyst' }, reviewId)).toBe('forbidden');
  expect(await decide(leadReviewer, null, reviewId)).toBe('sign-in');
});

test('the team and the national roles read a review once it is signed off', async () => {
  const { teamId } = open;
  const elsewhere = await addTeam(file.db, 'Far team');
  const both = async (visitor: Visitor | null) => [
    await decide(readsSignedOffReview, visitor, open.reviewId),
    await decide(readsSignedOffReview, visitor, signedOff.reviewId),
    await decide(readsSignedOffReview, visitor, randomUUID()),
  ];
  for (const visitor of [
    { role: 'team-leader', teamId },
    { role: 'employment-specialist', teamId },
    { role: 'national-reader' },
    { role: 'national-analyst' },
    { role: 'administrator' },
  ] as const) {
    expect(await both(visitor)).toEqual(['not-found', 'allow', 'not-found']);
  }
  const nothing = ['not-found', 'not-found', 'not-found'];
  expect(await both({ role: 'team-leader', teamId: elsewhere })).toEqual(nothing);
  expect(await both({ role: 'employment-specialist' })).toEqual(nothing);
  expect(await both({ role: 'host-representative', teamId })).toEqual(
    nothing.map(() => 'forbidden'),
  );
  expect(await both(null)).toEqual(nothing.map(() => 'sign-in'));
});

test('reviewers and administrators set up reviews', async () => {
  expect(await decide(setsUpReviews, { role: 'reviewer' })).toBe('allow');
  expect(await decide(setsUpReviews, { role: 'administrator' })).toBe('allow');
  expect(await decide(setsUpReviews, { role: 'national-analyst' })).toBe('forbidden');
});
