import { randomUUID } from 'node:crypto';

import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { StaleVersionError } from '#db/audit/change.ts';
import {
  listAgreedScores,
  listAgreedScoresOf,
  saveAgreedScores,
  signOffReview,
} from '#db/queries/agreed-scores.ts';
import { listOpenReviewsOfReviewer } from '#db/queries/home-facts.ts';
import { DamagedScoreError } from '#db/queries/review-hashes.ts';
import {
  findOwnItemScore,
  listOwnItemScores,
  listSubmittedItemScores,
  saveItemScore,
  submitOwnScores,
} from '#db/queries/review-scores.ts';
import { findReviewState, ReviewRefusedError } from '#db/queries/review-state.ts';
import {
  findPreviousReview,
  findReview,
  insertReview,
  listReviews,
  listTeamsToReview,
} from '#db/queries/reviews.ts';
import { getScaleVersion, insertScaleVersion } from '#db/queries/scale-versions.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';

import {
  actor,
  addPerson,
  addTeam,
  at,
  entryOf,
  itemNumbers,
  openReview,
  scoreAll,
  submit,
  type OpenReview,
} from './review-builder.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let file: TemporaryDatabase;
let review: OpenReview;

beforeEach(async () => {
  file = await temporaryDatabase();
  review = await openReview(file.db);
});

afterEach(async () => {
  await file.close();
});

async function refusalOf(change: Promise<unknown>): Promise<string> {
  const error: unknown = await change.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ReviewRefusedError ? error.refusal : String(error);
}

async function auditRecords() {
  return file.db.selectFrom('auditRecords').selectAll().orderBy('seq').execute();
}

/** All agreed as 4, both submitted. */
async function agreeOnEverything(): Promise<void> {
  const { reviewId, lead, second } = review;
  for (const reviewer of [lead, second]) {
    await scoreAll(file.db, reviewId, reviewer);
    await submit(file.db, reviewId, reviewer);
  }
  const entries = itemNumbers.map((itemNumber) => ({
    itemNumber,
    score: 4,
    reason: '',
    version: 0,
  }));
  await saveAgreedScores(file.db, actor(lead), reviewId, entries);
}

const signOff = (userId: string, version = 1) =>
  signOffReview(file.db, actor(userId), {
    reviewId: review.reviewId,
    version,
    items: itemNumbers.length,
    agreed: [],
  });

describe('setting up', () => {
  test('a form posted twice makes one review', async () => {
    const { teamId, scaleVersionId, lead, second } = review;
    const submissionId = randomUUID();
    const facts = {
      teamId,
      kind: 'self-assessment' as const,
      scaleVersionId,
      firstVisitDay: '2026-05-01',
      lastVisitDay: '2026-05-02',
      leadReviewerId: lead,
      otherReviewerIds: [second],
    };
    const post = () => insertReview(file.db, actor(lead), submissionId, facts, (id) => id);
    const first = await post();
    expect(await post()).toBe(first);
    expect(await listReviews(file.db, { limit: 10 })).toHaveLength(2);
    const saved = await findReview(file.db, first);
    expect(saved?.reviewers.map(({ name, isLead }) => [name, isLead])).toEqual([
      ['Lena Lead', true],
      ['Sam Second', false],
    ]);
  });

  test('only teams at work on the day are offered', async () => {
    const closed = await addTeam(file.db, 'Closed team');
    await file.db
      .updateTable('teams')
      .set({ endDate: '2025-12-31' })
      .where('id', '=', closed)
      .execute();
    const names = (await listTeamsToReview(file.db, '2026-01-01')).map(({ name }) => name);
    expect(names).toEqual(['Marlow team']);
  });

  test('a review is found by its reviewers and nobody else', async () => {
    const stranger = await addPerson(file.db, 'Rae Other');
    const listFor = (reviewerId: string) => listReviews(file.db, { reviewerId, limit: 10 });
    expect(await listFor(review.second)).toHaveLength(1);
    expect(await listFor(stranger)).toEqual([]);
    expect(await findReviewState(file.db, review.reviewId, stranger)).toBeUndefined();
  });
});

describe('scoring alone', () => {
  const secret = 'only the other reviewer may read this';

  /** Everything that any page of a reviewer reads about a review. */
  async function readByLead(): Promise<string> {
    const { reviewId, lead } = review;
    const own = { reviewId, reviewerId: lead };
    const saved = await findReview(file.db, reviewId);
    return JSON.stringify([
      saved,
      saved && (await findPreviousReview(file.db, saved)),
      await findReviewState(file.db, reviewId, lead),
      await listReviews(file.db, { reviewerId: lead, limit: 10 }),
      await listOpenReviewsOfReviewer(file.db, lead),
      await listOwnItemScores(file.db, own),
      await findOwnItemScore(file.db, { ...own, itemNumber: 7 }),
      await listSubmittedItemScores(file.db, reviewId),
      await listAgreedScores(file.db, reviewId),
      [...(await listAgreedScoresOf(file.db, [reviewId]))],
    ]);
  }

  const tell = {
    reason: secret,
    adaptationReason: secret,
    facts: { notApplicable: { 'family-contact': secret } },
    proposedScore: 2,
    evidence: [{ source: 'DOC' as const, note: secret }],
  };

  test('nothing of the other reviewer is in any answer before both have submitted', async () => {
    const before = await readByLead();
    await scoreAll(file.db, review.reviewId, review.second, () => 5, tell);
    expect(await readByLead()).toBe(before);
    await submit(file.db, review.reviewId, review.second);
    const { submittedAt, ...other } = (await findReview(file.db, review.reviewId))!.reviewers[1]!;
    expect(submittedAt).toBe(at);
    expect(other.name).toBe('Sam Second');
    expect(await readByLead()).not.toContain(secret);
    expect(await listSubmittedItemScores(file.db, review.reviewId)).toEqual([]);
  });

  test('both see both once both have submitted', async () => {
    const { reviewId, lead, second } = review;
    await scoreAll(file.db, reviewId, second, () => 5, tell);
    await scoreAll(file.db, reviewId, lead, () => 3);
    await submit(file.db, reviewId, second);
    await submit(file.db, reviewId, lead);
    const scores = await listSubmittedItemScores(file.db, reviewId);
    expect(scores).toHaveLength(50);
    const other = scores.find(
      ({ reviewerId, itemNumber }) => reviewerId === second && itemNumber === 7,
    );
    expect(other).toMatchObject({ score: 5, reason: secret, evidence: tell.evidence });
  });

  test('a draft without a score is kept, and every save moves the version', async () => {
    const { reviewId, lead } = review;
    const key = { reviewId, reviewerId: lead, itemNumber: 17, version: 0 };
    const facts = { perSpecialist: [5.5, 6.25], contactsBasis: 'all' as const };
    const evidence = [{ source: 'INT' as const, note: 'Two specialists' }];
    expect(await saveItemScore(file.db, actor(lead), key, entryOf(null, { facts, evidence }))).toBe(
      1,
    );
    expect(await findOwnItemScore(file.db, key)).toMatchObject({ score: null, facts, evidence });
    const scored = entryOf(4, { facts, proposedScore: 5, reason: 'Seen in supervision' });
    expect(await saveItemScore(file.db, actor(lead), { ...key, version: 1 }, scored)).toBe(2);
    const saved = await findOwnItemScore(file.db, key);
    expect(saved).toMatchObject({ score: 4, proposedScore: 5, version: 2, evidence: [] });
  });

  test('the later of two saves is refused and the first one stays', async () => {
    const { reviewId, lead } = review;
    const key = { reviewId, reviewerId: lead, itemNumber: 3, version: 0 };
    await saveItemScore(file.db, actor(lead), key, entryOf(2));
    await expect(saveItemScore(file.db, actor(lead), key, entryOf(5))).rejects.toBeInstanceOf(
      StaleVersionError,
    );
    await expect(
      saveItemScore(file.db, actor(lead), { ...key, version: 7 }, entryOf(5)),
    ).rejects.toBeInstanceOf(StaleVersionError);
    expect(await findOwnItemScore(file.db, key)).toMatchObject({ score: 2, version: 1 });
  });

  test('the record of changes names fields and numbers, never what was written', async () => {
    const key = { reviewId: review.reviewId, reviewerId: review.lead, itemNumber: 7, version: 0 };
    await saveItemScore(file.db, actor(review.lead), key, entryOf(4, tell));
    const last = (await auditRecords()).at(-1);
    expect(last).toMatchObject({ action: 'insert', entity: 'item score', teamId: review.teamId });
    expect(JSON.parse(last!.detail)).toMatchObject({ itemNumber: 7, score: 4, evidence: ['DOC'] });
    expect(last!.detail).not.toContain(secret);
  });

  test('somebody who is no reviewer of the review saves nothing', async () => {
    const stranger = await addPerson(file.db, 'Rae Other');
    const key = { reviewId: review.reviewId, reviewerId: stranger, itemNumber: 1, version: 0 };
    expect(await refusalOf(saveItemScore(file.db, actor(stranger), key, entryOf(4)))).toBe(
      'not-assigned',
    );
  });
});

describe('submitting', () => {
  test('needs all 25 scores, and those that were checked', async () => {
    const { reviewId, lead } = review;
    const own = { reviewId, reviewerId: lead, items: 25 };
    const first = { reviewId, reviewerId: lead, itemNumber: 1, version: 0 };
    await saveItemScore(file.db, actor(lead), first, entryOf(4));
    expect(await refusalOf(submitOwnScores(file.db, actor(lead), { ...own, version: 1 }))).toBe(
      'incomplete',
    );
    for (const itemNumber of itemNumbers.slice(1)) {
      const key = { reviewId, reviewerId: lead, itemNumber, version: 0 };
      await saveItemScore(file.db, actor(lead), key, entryOf(itemNumber === 25 ? null : 4));
    }
    expect(await refusalOf(submitOwnScores(file.db, actor(lead), { ...own, version: 25 }))).toBe(
      'incomplete',
    );
    const last = { reviewId, reviewerId: lead, itemNumber: 25, version: 1 };
    await saveItemScore(file.db, actor(lead), last, entryOf(5));
    await expect(
      submitOwnScores(file.db, actor(lead), { ...own, version: 25 }),
    ).rejects.toBeInstanceOf(StaleVersionError);
    await submitOwnScores(file.db, actor(lead), { ...own, version: 26 });
    expect(
      await refusalOf(saveItemScore(file.db, actor(lead), { ...last, version: 2 }, entryOf(1))),
    ).toBe('submitted');
    expect(await refusalOf(submitOwnScores(file.db, actor(lead), { ...own, version: 26 }))).toBe(
      'submitted',
    );
  });
});

describe('agreeing and signing off', () => {
  test('waits until every reviewer has submitted', async () => {
    const { reviewId, lead } = review;
    await scoreAll(file.db, reviewId, lead);
    await submit(file.db, reviewId, lead);
    const entry = { itemNumber: 1, score: 4, reason: '', version: 0 };
    expect(await refusalOf(saveAgreedScores(file.db, actor(lead), reviewId, [entry]))).toBe(
      'waiting',
    );
    expect(await refusalOf(signOff(lead))).toBe('waiting');
  });

  test('agreed scores are saved all or none', async () => {
    await agreeOnEverything();
    const { reviewId, second } = review;
    const entries = [
      { itemNumber: 1, score: 5, reason: 'Seen again', version: 1 },
      { itemNumber: 2, score: 5, reason: 'Seen again', version: 0 },
    ];
    await expect(
      saveAgreedScores(file.db, actor(second), reviewId, entries),
    ).rejects.toBeInstanceOf(StaleVersionError);
    expect((await listAgreedScores(file.db, reviewId))[0]).toMatchObject({ score: 4, version: 1 });
    await saveAgreedScores(file.db, actor(second), reviewId, entries.slice(0, 1));
    expect((await listAgreedScores(file.db, reviewId))[0]).toMatchObject({ score: 5, version: 2 });
  });

  test('is the lead reviewer’s, once all items are agreed', async () => {
    const { reviewId, lead, second } = review;
    for (const reviewer of [lead, second]) {
      await scoreAll(file.db, reviewId, reviewer);
      await submit(file.db, reviewId, reviewer);
    }
    expect(await refusalOf(signOff(second))).toBe('not-lead');
    expect(await refusalOf(signOff(lead))).toBe('incomplete');
  });

  test('locks the review: every later save is refused', async () => {
    await agreeOnEverything();
    const { reviewId, lead, second } = review;
    await expect(signOff(lead, 9)).rejects.toBeInstanceOf(StaleVersionError);
    await signOff(lead);
    expect(await findReview(file.db, reviewId)).toMatchObject({
      status: 'signed-off',
      signedOffAt: at,
      signedOffByName: 'Lena Lead',
      version: 2,
    });
    const key = { reviewId, reviewerId: second, itemNumber: 1, version: 1 };
    const agreed = { itemNumber: 1, score: 1, reason: 'Later', version: 1 };
    const own = { reviewId, reviewerId: second, items: 25, version: 25 };
    const refusals = [
      await refusalOf(saveItemScore(file.db, actor(second), key, entryOf(1))),
      await refusalOf(submitOwnScores(file.db, actor(second), own)),
      await refusalOf(saveAgreedScores(file.db, actor(lead), reviewId, [agreed])),
      await refusalOf(signOff(lead, 2)),
    ];
    expect(refusals).toEqual(['signed-off', 'signed-off', 'signed-off', 'signed-off']);
    expect((await auditRecords()).at(-1)).toMatchObject({
      action: 'sign-off',
      entity: 'fidelity review',
      entityId: reviewId,
    });
  });

  test('with one reviewer the submitted scores become the agreed ones', async () => {
    const { teamId, scaleVersionId, lead } = review;
    const alone = await openReview(file.db, {
      teamId,
      scaleVersionId,
      leadReviewerId: lead,
      otherReviewerIds: [],
    });
    await scoreAll(file.db, alone.reviewId, lead, () => 3);
    await submit(file.db, alone.reviewId, lead);
    const scores = await listSubmittedItemScores(file.db, alone.reviewId);
    const agreed = scores.map(({ itemNumber, score, reason }) => ({
      itemNumber,
      score: score ?? 0,
      reason,
      version: 0,
    }));
    const sign = { reviewId: alone.reviewId, version: 1, items: 25, agreed };
    await signOffReview(file.db, actor(lead), sign);
    expect((await listAgreedScores(file.db, alone.reviewId)).map(({ score }) => score)).toEqual(
      itemNumbers.map(() => 3),
    );
  });

  test('the team’s last signed-off review is the one before', async () => {
    await agreeOnEverything();
    await signOff(review.lead);
    const { teamId, scaleVersionId } = review;
    const visit = { firstVisitDay: '2026-09-01', lastVisitDay: '2026-09-02' };
    const next = await openReview(file.db, { teamId, scaleVersionId, ...visit });
    const elsewhere = await openReview(file.db, {
      teamId: await addTeam(file.db, 'Another team'),
      scaleVersionId,
      ...visit,
    });
    const previousOf = async (reviewId: string) =>
      (await findPreviousReview(file.db, (await findReview(file.db, reviewId))!))?.id;
    expect(await previousOf(next.reviewId)).toBe(review.reviewId);
    expect(await previousOf(elsewhere.reviewId)).toBeUndefined();
    expect(await previousOf(review.reviewId)).toBeUndefined();
  });
});

describe('damage', () => {
  /** Changes a stored value past every rule, as a flipped byte on disk would. */
  function damage(statement: string): void {
    const raw = new SQLite(file.path);
    raw.exec(statement);
    raw.close();
  }

  test('of an item score is found when it is read, and named', async () => {
    const { reviewId, lead } = review;
    await scoreAll(file.db, reviewId, lead);
    damage('update item_scores set score = 5 where item_number = 9');
    const own = { reviewId, reviewerId: lead };
    for (const read of [
      () => listOwnItemScores(file.db, own),
      () => findOwnItemScore(file.db, { ...own, itemNumber: 9 }),
      () => submit(file.db, reviewId, lead),
    ]) {
      await expect(read()).rejects.toThrow(`item 9 of fidelity review ${reviewId}`);
    }
    await expect(findOwnItemScore(file.db, { ...own, itemNumber: 8 })).resolves.toBeDefined();
  });

  test.each(['reason', 'facts', 'reviewer_id', 'updated_at', 'adaptation_reason'])(
    'of the %s of an item score is found',
    async (column) => {
      const { reviewId, lead, second } = review;
      await scoreAll(file.db, reviewId, lead);
      const value = column === 'reviewer_id' ? second : '{"state":1}';
      damage(`update item_scores set ${column} = '${value}' where item_number = 1`);
      const readers = [lead, second].map((reviewerId) =>
        listOwnItemScores(file.db, { reviewId, reviewerId }),
      );
      const outcomes = await Promise.allSettled(readers);
      const damaged = outcomes.filter((one) => one.status === 'rejected');
      expect(damaged).toHaveLength(1);
      expect(damaged[0]?.reason).toBeInstanceOf(DamagedScoreError);
    },
  );

  test('of an agreed score is found when it is read', async () => {
    await agreeOnEverything();
    damage('update agreed_scores set score = 3 where item_number = 25');
    const words = `item 25 of fidelity review ${review.reviewId}`;
    await expect(listAgreedScores(file.db, review.reviewId)).rejects.toThrow(words);
    await expect(listAgreedScoresOf(file.db, [review.reviewId])).rejects.toThrow(words);
    await expect(signOff(review.lead)).rejects.toThrow(words);
  });
});

describe('scale versions', () => {
  test('a review keeps the version it was set up with', async () => {
    const correction = {
      name: 'Corrected scale',
      validFrom: '2026-01-01',
      note: 'Item 7 checked',
      scale: { ...fidelityScale2008, name: 'Corrected scale' },
      versionsKnown: 1,
      itemNumber: 7,
    };
    await insertScaleVersion(file.db, actor(review.lead), randomUUID(), correction, '/scale');
    const saved = await findReview(file.db, review.reviewId);
    expect(saved?.scaleVersionId).toBe(review.scaleVersionId);
    const { scale } = await getScaleVersion(file.db, review.scaleVersionId);
    expect(scale).toEqual(fidelityScale2008);
  });
});
