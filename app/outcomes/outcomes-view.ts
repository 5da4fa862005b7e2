import type {
  HiddenGroup,
  OutcomesRelease,
  ReleasedGroup,
  ReleasedOutcome,
} from '#scoring/outcomes/release/outcomes-release.ts';
import type { FollowUpGroup } from '#scoring/outcomes/report/outcomes-report.ts';

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
}

export interface OverviewView extends Common {
  report:
    | (Pick<
        OutcomesRelease,
        'matchRate' | 'meanFollowUpDays' | 'complete' | 'printed' | 'printedHead'
      > & {
        linkedOn: string;
        group: ReleasedGroup;
        previousName: string | null;
        previous: ReleasedGroup | null;
        hidden: readonly HiddenGroup[] | null;
      })
    | null;
}

export interface OutcomeView extends Common {
  report: {
    outcome: ReleasedOutcome;
    previousName: string | null;
    previous: ReleasedOutcome | null;
  } | null;
}
