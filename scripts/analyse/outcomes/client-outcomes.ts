import {
  cohortMember,
  type FollowedClient,
  type LinkedRecord,
} from '#scoring/outcomes/cohort/linked-cohort.ts';
import {
  countedExclusions,
  type CountedExclusion,
} from '#scoring/outcomes/cohort/linked-cohort.ts';
import type { FollowUpExclusion, FollowUpRules } from '#scoring/outcomes/follow-up.ts';

/** A client of the file: outcomes where included, else the reason. */
export interface ClientLine {
  readonly clientId: string;
  readonly leftOut: FollowUpExclusion | null;
  readonly outcomes: FollowedClient | null;
}

export interface NamedCohort {
  /** Everybody of the file, in its order. */
  readonly lines: readonly ClientLine[];
  readonly included: readonly FollowedClient[];
  readonly excluded: readonly CountedExclusion[];
}

/** The cohort with the ids of its clients, which only the reader's own files have. */
export function namedCohort(
  records: readonly LinkedRecord[],
  linkageDate: string,
  rules: FollowUpRules,
): NamedCohort {
  const lines = records.map((record): ClientLine => {
    const { clientId } = record.client;
    const result = cohortMember(record, linkageDate, rules);
    return result.status === 'included'
      ? { clientId, leftOut: null, outcomes: result.client }
      : { clientId, leftOut: result.reason, outcomes: null };
  });
  return {
    lines,
    included: lines.flatMap(({ outcomes }) => (outcomes === null ? [] : [outcomes])),
    excluded: countedExclusions(
      lines.flatMap(({ leftOut }) => (leftOut === null ? [] : [leftOut])),
    ),
  };
}
