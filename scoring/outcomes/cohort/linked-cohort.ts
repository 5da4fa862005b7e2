import {
  followUp,
  followUpExclusions,
  type FollowUpExclusion,
  type FollowUpRules,
} from '../follow-up.ts';
import {
  clientOutcomes,
  type ClientOutcomes,
  type FollowedOutcomes,
} from '../spells/client-outcomes.ts';
import type { Contribution } from '../spells/contribution.ts';
import type { EmploymentSpell } from '../spells/employment-spell.ts';
import { requireNoProblems } from '../spells/record-problem.ts';
import { clientProblems, type ClientRecord } from './client-record.ts';
import { groupFields, type GroupFields } from './group-fields.ts';

/** A client of the linked cohort as kept: groups and outcomes, no date and no id. */
export type CohortClient = GroupFields & ClientOutcomes;

/** A client of the linked cohort as worked out of somebody's records. */
export type FollowedClient = GroupFields & FollowedOutcomes;

/** A client with everything that was linked. */
export interface LinkedRecord {
  readonly client: ClientRecord;
  readonly spells: readonly EmploymentSpell[];
  /** Null where no payments were linked at all. */
  readonly contributions: readonly Contribution[] | null;
}

export type MemberResult =
  | { readonly status: 'included'; readonly client: FollowedClient }
  | { readonly status: 'left-out'; readonly reason: FollowUpExclusion };

/**
 * One client as a member of the linked cohort, or why not.
 *
 * For: an import that reads client by client and keeps no dates.
 * Formula: followUp, groupFields and clientOutcomes of the client.
 * @param record the client's row with all spells and payments
 * @param linkageDate ISO day
 * @param rules months and enrolment dates of the round
 * @returns groups and outcomes, or the first reason to leave the client out
 * @throws RangeError naming field and rule for a row that is not valid
 * Source: outcome definitions, sections 1 to 3. Checked: 400 synthetic clients against R.
 */
export function cohortMember(
  { client, spells, contributions }: LinkedRecord,
  linkageDate: string,
  rules: FollowUpRules,
): MemberResult {
  requireNoProblems('cohortMember', clientProblems(client));
  const time = followUp(client.enrolmentDate, linkageDate, rules);
  if (time.exclusion !== null) return { status: 'left-out', reason: time.exclusion };
  return {
    status: 'included',
    client: {
      ...groupFields(client),
      ...clientOutcomes(time, spells, contributions),
    },
  };
}

export interface CountedExclusion {
  readonly reason: FollowUpExclusion;
  readonly label: string;
  readonly count: number;
}

/**
 * How many were left out for each reason, in the order the reasons are looked at.
 *
 * @param reasons one per client left out
 * @returns reasons that apply to anybody, with their words
 * For: beside the number included. Errors: none. Source: outcome definitions, section 2. Checked: by example.
 */
export function countedExclusions(reasons: readonly FollowUpExclusion[]): CountedExclusion[] {
  return (Object.keys(followUpExclusions) as FollowUpExclusion[])
    .map((reason) => ({
      reason,
      label: followUpExclusions[reason],
      count: reasons.filter((given) => given === reason).length,
    }))
    .filter(({ count }) => count > 0);
}

export interface LinkedCohort {
  readonly clients: readonly FollowedClient[];
  readonly excluded: readonly CountedExclusion[];
}

/**
 * The linked cohort: everybody included, with groups and outcomes, and who was left out and why.
 *
 * @param records all matched clients
 * @param linkageDate ISO day
 * @param rules months and enrolment dates of the round
 * @returns clients in the order given, and counted reasons
 * @throws RangeError naming field and rule for a row that is not valid
 * For: the analysis of a round. Source: outcome definitions, sections 1 to 3. Checked: as cohortMember.
 */
export function linkedCohort(
  records: readonly LinkedRecord[],
  linkageDate: string,
  rules: FollowUpRules,
): LinkedCohort {
  const clients: FollowedClient[] = [];
  const reasons: FollowUpExclusion[] = [];
  for (const record of records) {
    const result = cohortMember(record, linkageDate, rules);
    if (result.status === 'included') clients.push(result.client);
    else reasons.push(result.reason);
  }
  return { clients, excluded: countedExclusions(reasons) };
}
