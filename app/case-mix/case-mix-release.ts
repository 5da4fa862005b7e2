import type { AllTeams, CaseMixOfCounts, Counts } from '#scoring/relations/case-mix-of-counts.ts';
import type { RankInterval } from '#scoring/relations/rank-intervals.ts';
import type { LogisticMethod } from '#scoring/statistics/logistic-fit.ts';
import type { Overdispersion } from '#scoring/statistics/overdispersion.ts';

/** One team with every figure that the page has of it. */
export interface CaseMixRow {
  teamId: string;
  /** Rounded, but exact in the row that a team has for itself. */
  counts: Counts;
  figures: CaseMixOfCounts;
  /** null where teams do not differ, or are too few for their spread to be given. */
  rank: RankInterval | null;
}

/** Clients of whom something is not known: rounded, and null where they are few. */
export interface ClientsWithout {
  column: string;
  clients: number | null;
}

/** What everyone may see of all clients together. Every count of people is rounded. */
export interface CaseMixClients {
  clients: number;
  jobEntries: number;
  rate: number;
  clientsGiven: number | null;
  /** Left out, by the variable that is not known. */
  lost: ClientsWithout[];
  /** Kept with "not known" as an answer like others. */
  keptAsNotKnown: ClientsWithout[];
  method: LogisticMethod;
  concordance: number;
  eventsPerParameter: number | null;
  /** Names of columns that repeat others and are left out. */
  aliased: string[];
}

/** What everyone may see of the teams together. */
export interface CaseMixTeams {
  /** Teams compared: those that everyone sees, or all with enough clients where none is shown. */
  compared: number;
  /** Of these, how many lie outside the 95% and the 99.8% limits. */
  beforeCaseMix: Outside;
  afterCaseMix: Outside;
  /** Teams with enough clients that are hidden from others. */
  hidden: number;
  tooSmall: number;
  /** Over all teams with enough clients; null where those are too few. */
  rateOverdispersion: Overdispersion | null;
  ratioOverdispersion: Overdispersion | null;
  intercepts: TeamIntercepts;
}

export interface Outside {
  limits95: number;
  limits998: number;
  /** Outside the 95% limits that allow for teams differing by more than chance; null where there are none. */
  overdispersed95: number | null;
}

/** The model with a random intercept for each team. */
export type TeamIntercepts =
  | {
      status: 'fitted';
      method: string;
      /** Standard deviation of the teams' parts of the log odds. */
      spread: number;
      /** Against no spread. */
      p: number;
      seed: number;
      draws: number;
    }
  | { status: 'none'; reason: string };

/** The answer of the job: for everyone, and each team's own row for itself. */
export type CaseMixRelease =
  | { status: 'too-few' | 'not-estimable'; reason: string }
  | {
      status: 'computed';
      clients: CaseMixClients;
      teams: CaseMixTeams;
      all: AllTeams;
      /** Mean of p (1 - p) over the mean of p, for the curves of the funnel of ratios. */
      varianceOfExpected: number;
      /** Everyone's; none for complete cases, whose counts beside those of all clients would give few people away. */
      rows: CaseMixRow[];
      /** From exact counts, by team: each for its own readers only. */
      own: Map<string, CaseMixRow>;
    };
