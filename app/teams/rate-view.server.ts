import { benchmarkInWords } from '#app/definitions/benchmark-words.ts';
import { countWords, figureWords } from '#app/relations/figure-words.ts';
import type { Period } from '#app/relations/period.ts';
import type { Benchmark } from '#db/queries/dated-data.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy, Viewer } from '#scoring/disclosure/disclosure-policy.ts';
import { countFor, figureFor } from '#scoring/disclosure/figure-for.ts';
import {
  jobEntryVersionOn,
  type JobEntryDefinition,
} from '#scoring/outcomes/job-entry-definitions.ts';
import type { JobEntryRate, RateResult } from '#scoring/outcomes/job-entry-rate.ts';

import type { RateView } from './team-view.ts';

interface Frame {
  viewer: Viewer;
  policy: DisclosurePolicy;
  benchmarks: readonly Benchmark[];
  period: Period;
  /** The rate as this reader may see it. */
  figure: Figure;
}

/** The job-entry rate with its definition, interval, benchmark in force and what to say beside it. */
export function rateView(
  rate: JobEntryRate | undefined,
  definition: JobEntryDefinition,
  { viewer, policy, benchmarks, period, figure }: Frame,
): RateView {
  const words = figureWords(figure);
  const { numerator, denominator } = jobEntryVersionOn(definition, period.to);
  return {
    definition: definition.name,
    numerator,
    denominator,
    status: figure.status,
    rate: words.rate,
    interval: words.interval,
    counts: words.counts,
    bar:
      figure.status === 'shown'
        ? { value: figure.value, low: figure.lower, high: figure.upper }
        : null,
    benchmark: benchmarkOf(benchmarks, definition, period.to),
    notes: notesOf(rate, figure, viewer, policy),
  };
}

/** Only IPS Grow's own rate may be held against its benchmark. */
function benchmarkOf(
  benchmarks: readonly Benchmark[],
  definition: JobEntryDefinition,
  day: string,
): RateView['benchmark'] {
  if (definition.key !== 'ips-grow') return null;
  const found = benchmarks.find(
    ({ key, validFrom, validTo }) =>
      key === 'into-work' && validFrom <= day && (validTo === null || validTo >= day),
  );
  if (found === undefined) return null;
  const value = benchmarkInWords(found.value, found.unit);
  const words = `${found.name} ${value}, in force since ${formatDay(found.validFrom)}`;
  return { value: found.value, words };
}

function notesOf(
  rate: JobEntryRate | undefined,
  figure: Figure,
  viewer: Viewer,
  policy: DisclosurePolicy,
): string[] {
  if (rate === undefined) return [];
  const running = rate.isPeriodOver ? [] : ['The period still runs.'];
  // What stands beside a hidden rate counts the same clients and a few more: it would give the rate away.
  if (viewer !== 'own-team' && figure.status === 'hidden') return running;
  const counted = [...rate.excluded, ...rate.remarks].map(
    ({ label, count }) => `${label}: ${countFor(viewer, count, policy).text}`,
  );
  const younger = rate.younger === null ? [] : [youngerNote(rate.younger, viewer, policy)];
  const beside =
    rate.withInWorkNotKnown === null ? [] : [besideNote(rate.withInWorkNotKnown, viewer, policy)];
  return [...running, ...counted, ...beside, ...younger];
}

/** The definition leaves out clients of whom it is not known whether they were in work, and shows both rates. */
function besideNote(rate: RateResult, viewer: Viewer, policy: DisclosurePolicy): string {
  const { rate: shown, counts } = figureWords(
    figureFor(viewer, rate.numerator, rate.denominator, policy),
  );
  return `With clients of whom it is not known whether they were in work at access: ${shown} (${counts})`;
}

/** Starts of a known number of clients are a proportion: a small remainder hides them as well. */
function youngerNote(
  { clients, started }: { clients: number; started: number },
  viewer: Viewer,
  policy: DisclosurePolicy,
): string {
  const figure = figureFor(viewer, started, clients, policy);
  const ofWhom = figure.status === 'hidden' ? '*' : countWords(figure.numerator ?? 0);
  return `Engaged for less than 9 months, counted beside: ${countFor(viewer, clients, policy).text}, of whom ${ofWhom} started already`;
}
