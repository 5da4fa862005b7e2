import type { FunnelInput } from '#app/components/charts/funnel-geometry.ts';
import type { FilterChoice } from '#app/components/filter-form.tsx';

import type { PrintedTeam } from './printed-team.ts';

/** What the case mix page prints, in words and numbers that its reader may see: nothing else leaves the server. */
export interface CaseMixView {
  filters: {
    choices: FilterChoice[];
    /** The question as an address ends. */
    query: string;
  };
  /** Definition and period of the job entries, or the name of the cohort. */
  whose: string;
  areTeamsNamed: boolean;
  result:
    | { status: 'working' }
    | { status: 'none'; sentence: string }
    | ({ status: 'computed' } & CaseMixResult);
}

export interface CaseMixResult {
  /** When the records were as these figures have them, where they have changed since. */
  olderFrom: string | null;
  finding: string[];
  ownReading: string[];
  rates: FunnelView | null;
  ratios: FunnelView | null;
  /** Teams outside the 95% limits once their clients are allowed for, in the order of the alphabet; by name only. */
  outside: string[];
  teams: PrintedTeam[];
  /** Why the rows stand in the order they do, and which teams are missing. */
  tableNotes: string[];
  facts: { name: string; value: string[] }[];
  method: string[];
  warnings: string[];
}

export interface FunnelView extends FunnelInput {
  heading: string;
  targetText: string;
  description: string;
}
