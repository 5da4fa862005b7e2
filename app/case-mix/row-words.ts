import {
  countWords,
  decimalWords,
  intervalWords,
  percentWords,
} from '#app/relations/figure-words.ts';
import type { Interval } from '#scoring/statistics/wilson-interval.ts';

import type { PrintedFunnel, PrintedTeam } from './printed-team.ts';

const none = '–';

export function ratioIntervalWords({ lower, upper }: Interval): string {
  return `${decimalWords(lower)} to ${decimalWords(upper)}`;
}

/** "Above 95%", and where limits that allow for teams' differences say otherwise, that as well. */
export function positionWords({ position, positionAllowing }: PrintedFunnel): string {
  const words = capital(position);
  return positionAllowing === null || positionAllowing === position
    ? words
    : `${words}; ${positionAllowing} allowing for differences`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export interface TeamWords {
  clients: string;
  entries: string;
  rate: string;
  rateInterval: string;
  ratePosition: string;
  expectedRate: string;
  expected: string;
  ratio: string;
  ratioInterval: string;
  ratioPosition: string;
  standardisedRate: string;
  adjustedRate: string;
  adjustedInterval: string;
  place: string;
}

export function teamWords(team: PrintedTeam): TeamWords {
  const { rateInterval, ratioInterval, adjustedRate, adjustedInterval, place } = team;
  return {
    clients: countWords(team.clients),
    entries: countWords(team.jobEntries),
    // The rate itself has three decimals: rounded twice, 25 of 65 would read 39% here and 38% elsewhere.
    rate: percentWords(team.jobEntries / team.clients),
    rateInterval: intervalWords(rateInterval.lower, rateInterval.upper),
    ratePosition: positionWords(team.rateFunnel),
    expectedRate: percentWords(team.expectedRate),
    expected: decimalWords(team.expected, 1),
    ratio: decimalWords(team.ratio),
    ratioInterval: ratioIntervalWords(ratioInterval),
    ratioPosition: positionWords(team.ratioFunnel),
    standardisedRate: percentWords(team.standardisedRate),
    adjustedRate: adjustedRate === null ? none : percentWords(adjustedRate),
    adjustedInterval:
      adjustedInterval === null
        ? none
        : intervalWords(adjustedInterval.lower, adjustedInterval.upper),
    place: place === null ? none : `${place.lower} to ${place.upper}`,
  };
}
