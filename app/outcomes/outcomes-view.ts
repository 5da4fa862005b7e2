import type {
  HiddenGroup,
  OutcomesRelease,
  PrintedBeside,
  ReleasedGroup,
  ReleasedOutcome,
  ReleasedTable,
} from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedComparison } from '#scoring/outcomes/release/released-comparisons.ts';
import type { ReleasedFirstJobsByGroup } from '#scoring/outcomes/release/released-first-jobs-by-group.ts';
import type { ReleasedFigure } from '#scoring/outcomes/release/released-figure.ts';
import type { FollowUpGroup } from '#scoring/outcomes/report/outcomes-report.ts';
import type { OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import type { FirstJobsChoice } from './first-jobs-choice.ts';
import type { ProviderEvidence } from './provider-evidence.server.ts';

export interface OutcomesChoices {
  rounds: readonly { value: string; label: string }[];
  round: string;
  group: FollowUpGroup;
  /** The choices as an address. */
  address: string;
}

interface Common {
  choices: OutcomesChoices;
  status: 'ready' | 'working' | 'no-round';
  isDemo: boolean;
}

/** An outcome of everybody in a round. */
export interface OutcomeTotal {
  outcome: OutcomeKey;
  total: ReleasedFigure;
  printed: PrintedBeside | null;
  previous: ReleasedFigure | null;
}

export interface OverviewView extends Common {
  firstJobsBy: FirstJobsChoice;
  report:
    | (Pick<
        OutcomesRelease,
        'countsRoundedTo' | 'matchRate' | 'meanFollowUpDays' | 'complete' | 'printed'
      > &
        Pick<ReleasedGroup, 'description' | 'firstJobs' | 'printedMonths' | 'trial'> & {
          linkedOn: string;
          /** By the breakdown that is chosen; null where nothing of the clients is shown. */
          firstJobsByGroup: ReleasedFirstJobsByGroup | null;
          previousName: string | null;
          outcomes: readonly OutcomeTotal[];
          /** Of the main outcome, in short; the whole of them, and those of other outcomes, are on their own pages. */
          findings: readonly string[];
          evidence: ProviderEvidence;
          hidden: readonly HiddenGroup[] | null;
        })
    | null;
}

/** Whom each group of a table is held against. */
export interface ChosenComparator {
  /** As addresses name it. */
  value: string;
  /** Every choice there is on the page. */
  items: readonly { value: string; label: string }[];
}

/** A table with the comparisons that the reader chose. */
export interface ShownTable extends Omit<ReleasedTable, 'rest' | 'pairs' | 'references'> {
  comparisons: readonly ReleasedComparison[];
  /** Whether it is the table of a chosen reference. */
  isChosen: boolean;
}

export interface OutcomeView extends Common {
  comparator: ChosenComparator;
  report: {
    countsRoundedTo: number;
    outcome: Omit<ReleasedOutcome, 'tables'>;
    tables: readonly ShownTable[];
    previousName: string | null;
    previous: ReleasedOutcome | null;
  } | null;
}
