import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { User } from '#app/server/context.server.ts';
import { loader as checkLoader } from '#app/routes/reviews/check.tsx';
import { loader as itemLoader } from '#app/routes/reviews/item.tsx';
import { loader as reviewLoader } from '#app/routes/reviews/review.tsx';
import type { Db } from '#db/connection/open-database.ts';
import { itemScoreHash } from '#db/queries/review-hashes.ts';
import type { ItemFacts } from '#scoring/fidelity/proposal.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { contextFor } from '../../builders/request-context.ts';
import { anOpenReview, aSignedOffReview } from '../../builders/reviews.ts';
import { insertRows, setUp, setUpAt } from '../../builders/set-up.ts';
import { aTeam } from '../../builders/teams.ts';
import { aPerson, aUser, rolesThatSeeNames, teamRoles } from '../../builders/users.ts';

const today = '2026-07-15';
const exact = ['People looking for work: 24', 'each specialist: 22, 2', 'Number of job starts: 28'];

async function anItemScore(
  db: Db,
  reviewId: string,
  reviewerId: string,
  itemNumber: number,
  facts: ItemFacts,
): Promise<void> {
  const values = {
    id: randomUUID(),
    reviewId,
    reviewerId,
    itemNumber,
    score: 4,
    reason: 'Seen on site',
    facts: JSON.stringify(facts),
    proposedScore: null,
    adaptationReason: null,
    updatedAt: setUpAt,
    version: 1,
  };
  const row = { ...values, rowHash: itemScoreHash(values) };
  await setUp(db, (trx) => insertRows(trx, 'itemScores', [row]));
}

/** Every line of answers that a loader gives, as a page prints it. */
function linesIn(page: unknown): string {
  return JSON.stringify(page).replaceAll(/"label":"([^"]*)","text":"([^"]*)"/g, '$1: $2');
}

describe('counts of people in a review that is signed off', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const team = await aTeam(given);
    const reviewer = await aUser(given, 'reviewer');
    const scored = async (reviewId: string) => {
      await anItemScore(given, reviewId, reviewer.id, 17, {
        measured: 5.25,
        jobSeekers: 24,
        jobSeekersPerSpecialist: [22, 2],
      });
      await anItemScore(given, reviewId, reviewer.id, 19, { measured: 64.29, cases: 28 });
      return reviewId;
    };
    const other = await aTeam(given);
    return {
      teamId: team.id,
      reviewer,
      signedOff: await scored(
        await aSignedOffReview(given, team.id, { reviewerIds: [reviewer.id] }),
      ),
      open: await scored(await anOpenReview(given, other.id, [{ userId: reviewer.id }])),
    };
  });

  async function linesOf(user: User, reviewId: string): Promise<string> {
    const request = new Request(`https://thread.example.org/reviews/${reviewId}`);
    const route = { request, context: contextFor(db(), user, today), params: { reviewId } };
    const pages: unknown[] = [await reviewLoader(route)];
    if (user.id === made().reviewer.id) {
      pages.push(await checkLoader(route));
      for (const itemNumber of ['17', '19'])
        pages.push(await itemLoader({ ...route, params: { reviewId, itemNumber } }));
    }
    return pages.map(linesIn).join();
  }

  test.each(rolesThatSeeNames)('are protected for a %s', async (role) => {
    const lines = await linesOf(aPerson(role), made().signedOff);
    for (const line of exact) expect(lines).not.toContain(line);
    expect(lines).toContain('People looking for work: 25');
    expect(lines).toContain('Number of job starts: 30');
  });

  test('are protected for its reviewer on every page, form values included', async () => {
    const lines = await linesOf(made().reviewer, made().signedOff);
    for (const line of exact) expect(lines).not.toContain(line);
    expect(lines).not.toMatch(/"(cases|jobSeekers|jobSeekersPerSpecialist)":"\d/);
    expect(lines).toContain('People looking for work: 25');
  });

  test('are exact for its reviewer while it is open', async () => {
    const lines = await linesOf(made().reviewer, made().open);
    for (const line of exact) expect(lines).toContain(line);
  });

  test.each(teamRoles)('are exact for a %s of the team itself', async (role) => {
    const lines = await linesOf(aPerson(role, { teamId: made().teamId }), made().signedOff);
    for (const line of exact) expect(lines).toContain(line);
  });
});
