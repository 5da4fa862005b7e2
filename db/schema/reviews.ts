/** Fidelity reviews and integration ratings. Scores carry a hash: a flipped byte on disk is found when read. */

export interface ScaleVersionsTable {
  id: string;
  name: string;
  validFrom: string;
  /** JSON of a ScaleVersion (scoring/fidelity/scale-types.ts). */
  definition: string;
  publishedAt: string;
  publishedBy: string | null;
  note: string;
}

export type ReviewKind = 'independent' | 'guided-self-assessment' | 'self-assessment';
export type ReviewStatus = 'open' | 'signed-off';

export interface FidelityReviewsTable {
  id: string;
  teamId: string;
  kind: ReviewKind;
  scaleVersionId: string;
  firstVisitDay: string;
  lastVisitDay: string;
  status: ReviewStatus;
  signedOffAt: string | null;
  signedOffBy: string | null;
  createdAt: string;
  createdBy: string | null;
  version: number;
}

export interface ReviewReviewersTable {
  id: string;
  reviewId: string;
  userId: string;
  /** 1 for the lead reviewer. */
  isLead: number;
  /** Set once all of this reviewer's scores are final. */
  submittedAt: string | null;
}

export interface ItemScoresTable {
  id: string;
  reviewId: string;
  reviewerId: string;
  itemNumber: number;
  score: number | null;
  reason: string;
  /** JSON of ProposalFacts: the measured number, components ticked, conditions. */
  facts: string;
  proposedScore: number | null;
  /** Why an adaptation was applied, if one was. */
  adaptationReason: string | null;
  updatedAt: string;
  version: number;
  rowHash: string;
}

export type EvidenceSource = 'MIS' | 'DOC' | 'INT' | 'OBS' | 'ISP';

export interface ItemEvidenceTable {
  id: string;
  itemScoreId: string;
  source: EvidenceSource;
  note: string;
}

export interface AgreedScoresTable {
  id: string;
  reviewId: string;
  itemNumber: number;
  score: number;
  reason: string;
  decidedBy: string | null;
  decidedAt: string;
  version: number;
  rowHash: string;
}

export interface IntegrationSchemesTable {
  id: string;
  name: string;
  validFrom: string;
  /** JSON of an IntegrationScheme (scoring/integration). */
  definition: string;
  note: string;
}

export type IntegrationLevel = 'low' | 'medium' | 'high';

export interface IntegrationRatingsTable {
  id: string;
  teamId: string;
  schemeId: string;
  ratedOn: string;
  /** Recorded, not rated. */
  provider: 'same' | 'different';
  proposedLevel: IntegrationLevel | null;
  chosenLevel: IntegrationLevel | null;
  /** Needed where the chosen level is not the proposed one. */
  reason: string;
  leaderSignedBy: string | null;
  leaderSignedAt: string | null;
  hostSignedBy: string | null;
  hostSignedAt: string | null;
  createdAt: string;
  createdBy: string | null;
  version: number;
}

export interface IntegrationCriteriaTable {
  id: string;
  ratingId: string;
  criterion: string;
  /** 0 absent, 1 partly, 2 in place. */
  rating: number | null;
  evidence: string;
}
