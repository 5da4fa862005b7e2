import { getBreakdown, type BreakdownKey } from '../cohort/breakdowns.ts';
import { outcomeMeasures } from '../tables/outcome-measures.ts';
import { dividedBy, exactly, minus, overlap, plus, roundedTo, times, type Range } from './range.ts';
import type { PublishedReport } from './report-2025.ts';

/** How many people a group may hold, as far as the printed figures say. */
export interface GroupBounds {
  readonly group: string;
  /** Clients of the group. */
  readonly clients: Range;
  /** Of them, those who worked: the base of days, jobs and contributions. */
  readonly workers: Range;
}

export interface BreakdownBounds {
  readonly clients: Range;
  readonly workers: Range;
  readonly groups: readonly GroupBounds[];
}

const any: Range = { low: -Infinity, high: Infinity };

/** Rounds of narrowing; the ranges stand still long before. */
const ROUNDS = 200;

/** A figure of the groups whose average over the workers is printed too: it ties the groups' sizes together. */
interface TiedFigure {
  readonly all: Range;
  readonly groups: readonly Range[];
}

function tiedFigures(report: PublishedReport, breakdown: BreakdownKey, names: readonly string[]) {
  return outcomeMeasures
    .filter(({ base }) => base === 'worked' || base === 'worked-paid')
    .flatMap(({ key }): TiedFigure[] => {
      const published = report.outcomes[key];
      const groups = published?.groups[breakdown];
      const values = names.flatMap((name) => groups?.[name] ?? []);
      if (typeof published?.all !== 'number' || values.length < names.length) return [];
      return [{ all: roundedTo(published.all), groups: values.map((value) => roundedTo(value)) }];
    });
}

/** Each range held to what is left of the whole when all others are taken away. */
function heldToWhole(ranges: readonly Range[], whole: Range): Range[] {
  return ranges.map((range, place) => {
    const others = ranges.filter((_, other) => other !== place).reduce(plus, exactly(0));
    return overlap(range, minus(whole, others));
  });
}

/** sum of w (m - all) = 0 over the groups, solved for each group in turn. */
function heldToAverage(workers: readonly Range[], { all, groups }: TiedFigure): Range[] {
  const away = groups.map((group) => minus(group, all));
  return workers.map((range, place) => {
    const others = workers
      .map((other, at) => (at === place ? exactly(0) : times(other, away[at] ?? exactly(0))))
      .reduce(plus, exactly(0));
    const solved = dividedBy(minus(exactly(0), others), away[place] ?? exactly(0));
    return solved === undefined ? range : overlap(range, solved);
  });
}

/**
 * The sizes of a breakdown's groups that agree with everything printed about it.
 *
 * For: judging the report's statements, since it prints few of its groups' sizes.
 * Formula: a printed whole number stands for half a unit on either side. Every range of a group's clients and workers
 * is narrowed by its printed share and rate, by the groups adding up to the cohort, and by the printed averages of
 * days, jobs and pounds over all workers being those of the groups, until nothing changes. Everybody is in one of the
 * groups. The true sizes lie within; the ranges may be wider than needed, never narrower.
 * @param report a published round
 * @param breakdown whose groups have printed rates
 * @returns clients and workers of the cohort and of each group, in the order of the breakdown
 * Errors: none. Source: arithmetic of intervals. Checked: 500 random cohorts, printed and judged: their true sizes
 * lie within (property test).
 */
export function publishedGroupBounds(
  report: PublishedReport,
  breakdown: BreakdownKey,
): BreakdownBounds {
  const worked = report.outcomes.worked;
  const whole = exactly(report.matched);
  const rate = (printed: number | null | undefined): Range =>
    overlap({ low: 0, high: 1 }, typeof printed === 'number' ? roundedTo(printed, 0.01) : any);
  const allWorkers = times(whole, rate(worked?.all));
  const names = getBreakdown(breakdown).groups;
  const rates = names.map((name) => rate(worked?.groups[breakdown]?.[name]));
  const tied = tiedFigures(report, breakdown, names);
  let clients = names.map((name) => times(whole, rate(report.shares[breakdown]?.[name])));
  let workers = clients.map((range, place) => times(range, rates[place] ?? exactly(0)));
  for (let round = 0; round < ROUNDS; round += 1) {
    clients = heldToWhole(clients, whole);
    workers = workers.map((range, place) =>
      overlap(range, times(clients[place] ?? range, rates[place] ?? exactly(1))),
    );
    workers = heldToWhole(workers, allWorkers);
    for (const figure of tied) workers = heldToAverage(workers, figure);
    clients = clients.map((range, place) => {
      const solved = dividedBy(workers[place] ?? range, rates[place] ?? exactly(0));
      return solved === undefined ? range : overlap(range, solved);
    });
  }
  return {
    clients: whole,
    workers: allWorkers,
    groups: names.map((group, place) => ({
      group,
      clients: clients[place] ?? whole,
      workers: workers[place] ?? allWorkers,
    })),
  };
}
