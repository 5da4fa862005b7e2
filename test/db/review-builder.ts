import { randomUUID } from 'node:crypto';

import { inChange } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { insertReview, type NewReview } from '#db/queries/reviews.ts';
import { saveItemScore, submitOwnScores, type ItemScoreEntry } from '#db/queries/review-scores.ts';
import type { Role } from '#db/schema/people.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';

export const at = '2026-04-01T10:00:00.000Z';
export const itemNumbers = fidelityScale2008.items.map(({ number }) => number);

export const actor = (userId: string) => ({ userId, at });

export async function addTeam(db: Db, name = 'Marlow team'): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('teams')
    .values({
      id,
      name,
      hostServiceId: null,
      siteId: null,
      ipsProvider: 'A provider',
      region: 'London',
      startDate: '2023-04-01',
      endDate: null,
      version: 1,
    })
    .execute();
  return id;
}

export async function addPerson(
  db: Db,
  name: string,
  role: Role = 'reviewer',
  teamId: string | null = null,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('users')
    .values({
      id,
      email: `${id}@example.org`,
      name,
      role,
      teamId,
      hostServiceId: null,
      passwordHash: 'none',
      disabledAt: null,
      createdAt: at,
      passwordChangedAt: at,
      version: 1,
    })
    .execute();
  return id;
}

export async function addScaleVersion(db: Db): Promise<string> {
  const id = randomUUID();
  await inChange(db, { userId: null, at }, async (trx, record) => {
    await trx
      .insertInto('scaleVersions')
      .values({
        id,
        name: fidelityScale2008.name,
        validFrom: '2008-01-07',
        definition: JSON.stringify(fidelityScale2008),
        publishedAt: at,
        publishedBy: null,
        note: 'First version',
      })
      .execute();
    await record({ action: 'insert', entity: 'scale version', entityId: id });
  });
  return id;
}

export interface OpenReview {
  reviewId: string;
  teamId: string;
  scaleVersionId: string;
  lead: string;
  second: string;
}

/** An open review of one team by two reviewers, nothing scored yet. */
export async function openReview(db: Db, facts: Partial<NewReview> = {}): Promise<OpenReview> {
  const teamId = facts.teamId ?? (await addTeam(db));
  const lead = facts.leadReviewerId ?? (await addPerson(db, 'Lena Lead'));
  const second = facts.otherReviewerIds?.[0] ?? (await addPerson(db, 'Sam Second'));
  const scaleVersionId = facts.scaleVersionId ?? (await addScaleVersion(db));
  const location = await insertReview(
    db,
    actor(lead),
    randomUUID(),
    {
      teamId,
      kind: 'independent',
      scaleVersionId,
      firstVisitDay: '2026-03-26',
      lastVisitDay: '2026-03-27',
      leadReviewerId: lead,
      otherReviewerIds: [second],
      ...facts,
    },
    (id) => id,
  );
  return { reviewId: location, teamId, scaleVersionId, lead, second };
}

export function entryOf(score: number | null, more: Partial<ItemScoreEntry> = {}): ItemScoreEntry {
  return {
    score,
    reason: '',
    facts: {},
    proposedScore: null,
    adaptationReason: null,
    evidence: [],
    ...more,
  };
}

/** Scores all items of a reviewer, the same score each unless `scoreOf` says otherwise. */
export async function scoreAll(
  db: Db,
  reviewId: string,
  reviewerId: string,
  scoreOf: (itemNumber: number) => number = () => 4,
  more: Partial<ItemScoreEntry> = {},
): Promise<void> {
  for (const itemNumber of itemNumbers) {
    const key = { reviewId, reviewerId, itemNumber, version: 0 };
    await saveItemScore(db, actor(reviewerId), key, entryOf(scoreOf(itemNumber), more));
  }
}

export async function submit(db: Db, reviewId: string, reviewerId: string): Promise<void> {
  const items = itemNumbers.length;
  await submitOwnScores(db, actor(reviewerId), { reviewId, reviewerId, items, version: items });
}
