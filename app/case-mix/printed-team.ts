import type { TeamFunnel } from '#scoring/relations/case-mix-of-counts.ts';
import type { FunnelPosition } from '#scoring/relations/funnel.ts';
import type { RankInterval } from '#scoring/relations/rank-intervals.ts';
import type { Interval } from '#scoring/statistics/wilson-interval.ts';

import type { CaseMixRow } from './case-mix-release.ts';

/** A team as page and files print it: numbers of three decimals, in the reader's words for the team. */
export interface PrintedTeam {
  team: string;
  isOwn: boolean;
  clients: number;
  jobEntries: number;
  rate: number;
  rateInterval: Interval;
  rateFunnel: PrintedFunnel;
  expectedRate: number;
  expected: number;
  ratio: number;
  ratioInterval: Interval;
  ratioFunnel: PrintedFunnel;
  standardisedRate: number;
  adjustedRate: number | null;
  adjustedInterval: Interval | null;
  place: RankInterval | null;
}

export interface PrintedFunnel {
  limits95: Interval;
  limits998: Interval;
  position: FunnelPosition;
  /** By the limits that allow for teams differing by more than chance; null where they do not. */
  positionAllowing: FunnelPosition | null;
}

/** What each field says: part of the JSON file, and the source of the CSV file's headings. */
export const fieldsOfTeam: Readonly<Record<keyof PrintedTeam, string>> = {
  team: 'Name, or a word for it where the reader may not see names',
  isOwn: 'Whether it is the reader’s own team, whose figures are exact',
  clients: 'Clients in the rate, rounded to 5',
  jobEntries: 'Of these, clients with a job entry, rounded to 5',
  rate: 'jobEntries over clients, 0 to 1',
  rateInterval: '95% interval of rate (Wilson)',
  rateFunnel: 'Limits of the funnel of rates for so many clients, and where the rate lies',
  expectedRate: 'Mean chance of a job entry of the team’s clients by the model without teams',
  expected: 'Expected job entries: expectedRate times clients',
  ratio: 'Observed over expected job entries',
  ratioInterval: 'rateInterval over expectedRate',
  ratioFunnel: 'Limits of the funnel of ratios for such clients, and where the ratio lies',
  standardisedRate:
    'Standardised indirectly: ratio times the rate of all clients, held at 1 where it would pass it',
  adjustedRate:
    'Rate of all clients moved by the team’s part in the random-intercept model (log odds); null without that model',
  adjustedInterval: '95% interval of adjustedRate, given the model',
  place: 'Place among the teams shown, 1 for the highest: median and 95% of seeded draws',
};

export function printedTeam(
  { counts, figures, rank }: CaseMixRow,
  team: string,
  isOwn: boolean,
): PrintedTeam {
  return {
    team,
    isOwn,
    clients: counts.n,
    jobEntries: counts.events,
    rate: three(figures.rate),
    rateInterval: printedInterval(figures.interval),
    rateFunnel: printedFunnel(figures.rateFunnel),
    expectedRate: three(figures.expectedRate),
    expected: three(figures.expected),
    ratio: three(figures.ratio),
    ratioInterval: printedInterval(figures.ratioInterval),
    ratioFunnel: printedFunnel(figures.ratioFunnel),
    standardisedRate: three(figures.standardisedRate),
    adjustedRate: figures.adjustedRate === null ? null : three(figures.adjustedRate),
    adjustedInterval: figures.adjustedInterval && printedInterval(figures.adjustedInterval),
    place: rank,
  };
}

function printedFunnel({
  limits95,
  limits998,
  position,
  overdispersed,
}: TeamFunnel): PrintedFunnel {
  return {
    limits95: printedInterval(limits95),
    limits998: printedInterval(limits998),
    position,
    positionAllowing: overdispersed?.position ?? null,
  };
}

function printedInterval({ lower, upper }: Interval): Interval {
  return { lower: three(lower), upper: three(upper) };
}

function three(value: number): number {
  return Number(value.toFixed(3));
}
