import type { Kysely } from 'kysely';

import {
  createIndex,
  createTable,
  flag,
  id,
  oneOf,
  optionalText,
  optionalTo,
  text,
  to,
  version,
  type Column,
} from './column-helpers.ts';

const itemNumber: Column = { kind: 'integer', between: [1, 25] };
const score: Column = { kind: 'integer', between: [1, 5] };
const level = oneOf('low', 'medium', 'high');

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'scaleVersions', {
    id,
    name: { ...text, unique: true },
    validFrom: text,
    definition: text,
    publishedAt: text,
    publishedBy: optionalTo('users.id'),
    note: text,
  });
  await createTable(db, 'fidelityReviews', {
    id,
    teamId: to('teams.id'),
    kind: oneOf('independent', 'guided-self-assessment', 'self-assessment'),
    scaleVersionId: to('scaleVersions.id'),
    firstVisitDay: text,
    lastVisitDay: text,
    status: oneOf('open', 'signed-off'),
    signedOffAt: optionalText,
    signedOffBy: optionalTo('users.id'),
    createdAt: text,
    createdBy: optionalTo('users.id'),
    version,
  });
  await createIndex(db, 'fidelityReviews', ['teamId', 'lastVisitDay']);
  await createTable(
    db,
    'reviewReviewers',
    {
      id,
      reviewId: to('fidelityReviews.id'),
      userId: to('users.id'),
      isLead: flag,
      submittedAt: optionalText,
    },
    [['reviewId', 'userId']],
  );
  await createIndex(db, 'reviewReviewers', ['userId']);
  await createTable(
    db,
    'itemScores',
    {
      id,
      reviewId: to('fidelityReviews.id'),
      reviewerId: to('users.id'),
      itemNumber,
      score: { ...score, optional: true },
      reason: text,
      facts: text,
      proposedScore: { ...score, optional: true },
      adaptationReason: optionalText,
      updatedAt: text,
      version,
      rowHash: text,
    },
    [['reviewId', 'reviewerId', 'itemNumber']],
  );
  await createTable(
    db,
    'itemEvidence',
    {
      id,
      itemScoreId: to('itemScores.id'),
      source: oneOf('MIS', 'DOC', 'INT', 'OBS', 'ISP'),
      note: text,
    },
    [['itemScoreId', 'source']],
  );
  await createTable(
    db,
    'agreedScores',
    {
      id,
      reviewId: to('fidelityReviews.id'),
      itemNumber,
      score,
      reason: text,
      decidedBy: optionalTo('users.id'),
      decidedAt: text,
      version,
      rowHash: text,
    },
    [['reviewId', 'itemNumber']],
  );
  await createTable(db, 'integrationSchemes', {
    id,
    name: { ...text, unique: true },
    validFrom: text,
    definition: text,
    note: text,
  });
  await createTable(db, 'integrationRatings', {
    id,
    teamId: to('teams.id'),
    schemeId: to('integrationSchemes.id'),
    ratedOn: text,
    provider: oneOf('same', 'different'),
    proposedLevel: { ...level, optional: true },
    chosenLevel: { ...level, optional: true },
    reason: text,
    leaderSignedBy: optionalTo('users.id'),
    leaderSignedAt: optionalText,
    hostSignedBy: optionalTo('users.id'),
    hostSignedAt: optionalText,
    createdAt: text,
    createdBy: optionalTo('users.id'),
    version,
  });
  await createIndex(db, 'integrationRatings', ['teamId', 'ratedOn']);
  await createTable(
    db,
    'integrationCriteria',
    {
      id,
      ratingId: to('integrationRatings.id'),
      criterion: text,
      rating: { kind: 'integer', optional: true, between: [0, 2] },
      evidence: text,
    },
    [['ratingId', 'criterion']],
  );
}
