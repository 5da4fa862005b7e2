import { rateOf, type RateResult } from '../job-entry-rate.ts';
import { breakdowns, clientsByGroup, type BreakdownKey } from './breakdowns.ts';
import type { GroupFields } from './group-fields.ts';

export interface DescribedBreakdown {
  readonly breakdown: BreakdownKey;
  readonly name: string;
  /** Each group's share of everybody, those not known among them. */
  readonly rows: readonly {
    readonly group: string;
    readonly isNotKnown: boolean;
    readonly share: RateResult;
  }[];
}

/**
 * Who is in a cohort: the share of each group, by every breakdown.
 *
 * For: the head of the report. Formula: clients in the group / all clients, with Wilson's 95% interval.
 * @param clients everybody included
 * @returns breakdowns in the order of the list; status 'none' in each where nobody is included
 * Errors: none. Source: outcome definitions, section 5. Checked: 400 synthetic clients against R.
 */
export function cohortDescription(clients: readonly GroupFields[]): DescribedBreakdown[] {
  return breakdowns.map((breakdown) => ({
    breakdown: breakdown.key,
    name: breakdown.name,
    rows: clientsByGroup(clients, breakdown).map(({ group, isNotKnown, clients: members }) => ({
      group,
      isNotKnown,
      share: rateOf(members.length, clients.length),
    })),
  }));
}
