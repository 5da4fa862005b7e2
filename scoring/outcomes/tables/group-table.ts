import type { Breakdown, BreakdownKey, ClientGroup } from '../cohort/breakdowns.ts';
import type { ClientOutcomes } from '../spells/client-outcomes.ts';
import { groupSums, joinedSums, type GroupSums } from './group-sums.ts';
import { outcomeFigure, type OutcomeFigure } from './outcome-figure.ts';
import type { OutcomeBase, OutcomeKey, OutcomeMeasure } from './outcome-measures.ts';

/** A site's figures are published only with at least this many clients (a setting). */
export const fewestClientsOfPublishedSite = 100;

export interface GroupTableRow {
  readonly group: string;
  readonly isNotKnown: boolean;
  /** All clients of the group, whatever the base of the outcome. */
  readonly clients: number;
  readonly figure: OutcomeFigure;
  /** False for a site with fewer clients than the setting asks for. */
  readonly isPublishable: boolean;
}

export interface GroupTable {
  readonly outcome: OutcomeKey;
  readonly breakdown: BreakdownKey;
  readonly base: OutcomeBase;
  /** Everybody the groups are made of. */
  readonly total: OutcomeFigure;
  readonly rows: readonly GroupTableRow[];
}

/** A group with its sums, from which the table and the comparisons are both worked out. */
export interface SummedGroup {
  readonly group: string;
  readonly isNotKnown: boolean;
  readonly clients: number;
  readonly sums: GroupSums;
}

/** The sums of an outcome in every group. */
export function summedGroups(
  measure: OutcomeMeasure,
  groups: readonly ClientGroup<ClientOutcomes>[],
): SummedGroup[] {
  return groups.map(({ group, isNotKnown, clients }) => ({
    group,
    isNotKnown,
    clients: clients.length,
    sums: groupSums(measure, clients),
  }));
}

/**
 * One outcome by one breakdown: a table of the report.
 *
 * For: breakdowns by substance, sex, age, treatment, engagement, deprivation and site. Exact: a page protects
 * small numbers before it prints.
 * Formula: outcomeFigure of each group and of all; groups in the order given, sites by name and never by rate.
 * @param measure one of outcomeMeasures
 * @param breakdown one of breakdowns
 * @param groups summedGroups of clientsByGroup, which hold everybody once
 * @param options clients from which a site is published, confidence
 * @returns total and rows; published groups nobody is in have status 'none'
 * Errors: as outcomeFigure. Source: outcome definitions, section 5.
 * Checked: by hand, and 400 synthetic clients against R.
 */
export function tableOfGroups(
  measure: OutcomeMeasure,
  breakdown: Breakdown,
  groups: readonly SummedGroup[],
  { fewestClientsOfSite, level }: { readonly fewestClientsOfSite: number; readonly level: number },
): GroupTable {
  return {
    outcome: measure.key,
    breakdown: breakdown.key,
    base: measure.base,
    total: outcomeFigure(measure, joinedSums(groups.map(({ sums }) => sums)), level),
    rows: groups.map(({ group, isNotKnown, clients, sums }) => ({
      group,
      isNotKnown,
      clients,
      figure: outcomeFigure(measure, sums, level),
      isPublishable: breakdown.key !== 'site' || clients >= fewestClientsOfSite,
    })),
  };
}
