import type { Population } from '#app/client-model/clients-question.server.ts';
import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { MeetingsClass } from '#scoring/relations/figure-eight.ts';

import type { MeetingsCounted } from './figure-eight-terms.ts';

/** Rounded as a page prints it, so that page, picture and files hold the same number. */
export interface RoundedEstimate {
  value: number;
  lower: number;
  upper: number;
  /** Whether the interval leaves out no difference, before it is rounded. */
  isClear: boolean;
}

/** Plain facts about a team, as its reader may see them. */
export interface TeamFacts {
  name: string;
  /** Job starts out of clients. */
  figure: Figure;
  meanMeetings: number | null;
}

export interface TeamInReport extends TeamFacts {
  /** Where the team stands on the page. */
  anchor: string;
  isOwn: boolean;
  oddsRatioWithout: RoundedEstimate;
  oddsRatioWith: RoundedEstimate;
  /** Karlson, Holm and Breen's check. */
  oddsRatioWithoutSameScale: RoundedEstimate | null;
  /** Differences in the chance of a job start, -1 to 1. */
  effectWithout: RoundedEstimate;
  effectWith: RoundedEstimate;
  change: RoundedEstimate;
  class: MeetingsClass;
  /** With meetings counted the other way; null where that is hidden, cannot be estimated or is not worked out yet. */
  otherClass: MeetingsClass | null;
}

/** A count of people in words, * where hidden. */
export interface CountedReason {
  reason: string;
  clients: string;
}

/** How far the variant is that counts meetings the other way; 'older' where what there is of it is of other records. */
export type OtherStatus =
  'worked-out' | 'too-few' | 'not-estimable' | 'working' | 'older' | 'failed';

/** Figure 8 as one reader may see it: page, charts and files are made from this and nothing else. */
export interface FigureEightReport {
  population: Population;
  /** Whose clients, and what counts as a job start, in words. */
  clients: string;
  jobStart: string;
  meetings: MeetingsCounted;
  /** How far the classes with meetings counted the other way are. */
  otherStatus: OtherStatus;
  /** The team, or all others together, that teams are compared with: never classed. */
  reference: TeamFacts;
  teams: TeamInReport[];
  /** Teams whose numbers are too small to show. */
  teamsHidden: number;
  teamsNotEstimated: number;
  /** Over everybody in the model. */
  whole: { clients: string; jobStarts: string };
  eventsPerParameter: number | null;
  method: string;
  level: number;
  seed: number;
  refits: number;
  /** Refits in which some answer told job starts apart, and those without an answer: of a hundred, to the next five. */
  separatedRefits: number;
  failedRefits: number;
  adjustedFor: string[];
  /** Clients given to the model, and how many of them an unanswered question cost. */
  given: string;
  notAnswered: CountedReason[];
  /** The clients of the landmark variant and those it leaves out. */
  landmark: CountedReason[];
  warnings: string[];
  cautions: string[];
}

/** The report with each team's class in the variant that counts meetings the other way, as the same reader may see that one. */
export function withOtherClasses(
  report: FigureEightReport,
  otherStatus: OtherStatus,
  otherTeams: readonly TeamInReport[] = [],
): FigureEightReport {
  const classes = new Map(otherTeams.map((team) => [team.anchor, team.class]));
  return {
    ...report,
    otherStatus,
    teams: report.teams.map((team) => ({ ...team, otherClass: classes.get(team.anchor) ?? null })),
  };
}
