import type { JobEntryDefinition } from './job-entry-definitions.ts';
import { rateOf, type RateResult } from './job-entry-rate.ts';
import { notKnownGroup, type LinkedClient, type LinkedDimension } from './linked-groups.ts';

/** Everybody included, or only those whose follow-up is (not) complete. */
export type FollowUpGroup = 'full' | 'complete' | 'incomplete';

/** A site's rate is published only with at least this many clients (a setting). */
export const fewestClientsOfPublishedSite = 100;

function isInGroup(client: LinkedClient, group: FollowUpGroup): boolean {
  return group === 'full' || client.isFollowUpComplete === (group === 'complete');
}

function hasOutcome(definition: JobEntryDefinition): (client: LinkedClient) => boolean {
  const rule = definition.versions[0]?.rule;
  if (rule?.kind !== 'linked-cohort') {
    throw new RangeError(`linkedRate: ${definition.key} is not a rate of the linked cohort`);
  }
  return rule.outcome === 'worked' ? ({ worked }) => worked : ({ startedJob }) => startedJob;
}

/**
 * The share of the linked cohort who worked, or who started a job: two measures that are never mixed.
 *
 * For: the headline of the data linkage. Formula: x / n with Wilson's 95% interval.
 * @param definition ohid-linkage or ohid-linkage-started
 * @param clients included and matched people
 * @param group everybody, or those whose follow-up is complete, or is not
 * @returns counts, rate 0 to 1 and interval; 'none' for an empty group
 * @throws RangeError for another definition
 * Source: outcome definitions, sections 3 and 4. Checked: by hand.
 */
export function linkedRate(
  definition: JobEntryDefinition,
  clients: readonly LinkedClient[],
  group: FollowUpGroup = 'full',
): RateResult {
  const isOutcome = hasOutcome(definition);
  const inGroup = clients.filter((client) => isInGroup(client, group));
  return rateOf(inGroup.filter(isOutcome).length, inGroup.length);
}

export interface LinkedBreakdownRow {
  readonly group: string;
  readonly isNotKnown: boolean;
  readonly rate: RateResult;
  /** False for a site below the number of clients from which a site's rate is published. */
  readonly isPublishable: boolean;
}

export interface LinkedBreakdown {
  readonly definition: JobEntryDefinition;
  readonly dimension: LinkedDimension;
  readonly followUpGroup: FollowUpGroup;
  /** Everybody the groups are made of, with the base to print beside. */
  readonly total: RateResult;
  readonly rows: readonly LinkedBreakdownRow[];
}

/**
 * The linked cohort's rate by substance, sex, age, treatment, engagement, deprivation or site.
 *
 * For: the tables of the data linkage. Counts are exact: a page shows them through figuresForGroups.
 * Formula: x / n with Wilson's 95% interval in each group; blank values are the group 'Not known', last;
 * values outside the published groups are groups of their own after them; sites by name, never by rate.
 * @param definition ohid-linkage or ohid-linkage-started
 * @param clients included and matched people
 * @param dimension one of linkedDimensions
 * @param options follow-up group, and clients from which a site's rate is published
 * @returns total and rows; published groups nobody is in have status 'none'
 * @throws RangeError for another definition, or a negative age or number of months
 * Source: outcome definitions, section 5. Checked: by hand; groups add up to the total.
 */
export function linkedBreakdown(
  definition: JobEntryDefinition,
  clients: readonly LinkedClient[],
  dimension: LinkedDimension,
  options: { readonly followUpGroup?: FollowUpGroup; readonly fewestClientsOfSite?: number } = {},
): LinkedBreakdown {
  const { followUpGroup = 'full', fewestClientsOfSite = fewestClientsOfPublishedSite } = options;
  const members = new Map<string, LinkedClient[]>(dimension.groups.map((group) => [group, []]));
  const inGroup = clients.filter((client) => isInGroup(client, followUpGroup));
  for (const client of inGroup) {
    const group = dimension.groupOf(client);
    const others = members.get(group);
    if (others === undefined) members.set(group, [client]);
    else others.push(client);
  }
  const found = [...members.keys()].filter(
    (group) => !dimension.groups.includes(group) && group !== notKnownGroup,
  );
  const blank = members.has(notKnownGroup) ? [notKnownGroup] : [];
  const order = [
    ...dimension.groups,
    ...found.sort((a, b) => a.localeCompare(b, 'en-GB')),
    ...blank,
  ];
  return {
    definition,
    dimension,
    followUpGroup,
    total: linkedRate(definition, inGroup),
    rows: order.map((group) => {
      const rate = linkedRate(definition, members.get(group) ?? []);
      return {
        group,
        isNotKnown: group === notKnownGroup,
        rate,
        isPublishable: dimension.key !== 'site' || rate.denominator >= fewestClientsOfSite,
      };
    }),
  };
}
