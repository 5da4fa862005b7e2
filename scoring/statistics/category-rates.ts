import type { CategoricalValues, ModelFrame } from './model-frame.ts';
import { at } from './vectors.ts';
import { wilsonInterval, type Interval } from './wilson-interval.ts';

/** Clients of one category, as they are: nothing adjusted. */
export interface CategoryRate {
  readonly column: string;
  readonly category: string;
  readonly isReference: boolean;
  readonly n: number;
  readonly events: number;
  readonly rate: number;
  /** Wilson's interval; null where weights are not whole, so that there are no counts. */
  readonly interval: Interval | null;
}

function ratesOf(frame: ModelFrame, term: CategoricalValues, level: number): CategoryRate[] {
  const n = new Float64Array(term.categories.length);
  const events = new Float64Array(term.categories.length);
  for (let i = 0; i < term.codes.length; i += 1) {
    const code = term.codes[i] ?? 0;
    n[code] = at(n, code) + at(frame.weights, i);
    events[code] = at(events, code) + at(frame.weights, i) * at(frame.outcome, i);
  }
  return term.categories.map((category, code) => {
    const [people, started] = [at(n, code), at(events, code)];
    const isCount = Number.isInteger(people) && Number.isInteger(started);
    return {
      column: term.column,
      category,
      isReference: code === 0,
      n: people,
      events: started,
      rate: started / people,
      interval: isCount ? wilsonInterval(started, people, level) : null,
    };
  });
}

/**
 * The plain rate of every category of every factor, to stand beside the odds ratios.
 * Formula: events / clients with Wilson's interval, over the rows the model uses.
 *
 * @param frame of modelFrame
 * @param level confidence, 0 to 1
 * @returns one entry per category, in the order of the terms, the reference first
 * @throws RangeError for a level outside 0 to 1
 * Source: outcome definitions, section 7. Checked against R's table and the interval's formula
 * (regression-extra.expected.json).
 */
export function categoryRates(frame: ModelFrame, level = 0.95): CategoryRate[] {
  return frame.terms.flatMap((term) =>
    term.kind === 'categorical' ? ratesOf(frame, term, level) : [],
  );
}
