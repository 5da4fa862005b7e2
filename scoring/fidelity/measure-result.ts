/** A number measured from a team's own records, ready for the facts of a proposal. */
export interface Measured {
  status: 'measured';
  /** In the unit of the item's rule; percentages from 0 to 100; unrounded. */
  value: number;
  /** What was counted, and what it was divided by: the value is made of these two. */
  part: number;
  whole: number;
  /** What it was measured on: clients, jobs, contacts, hours, as the function says. */
  cases: number;
  /** Rows whose answer was not known. */
  notKnown: number;
}

export interface NotMeasured {
  status: 'too-few';
  reason: string;
  cases: number;
}

export type Measurement = Measured | NotMeasured;

/** 100 x part / whole in this order, which keeps whole percentages exact (57 of 100 is 57, not 56.99…). */
export function percentageOf(part: number, whole: number): number {
  return (100 * part) / whole;
}

export function measured(
  value: number,
  { part, whole }: { part: number; whole: number },
  cases: number,
  notKnown = 0,
): Measured {
  return { status: 'measured', value, part, whole, cases, notKnown };
}

/** A percentage measured on its denominator. */
export function measuredShare(part: number, whole: number, notKnown = 0): Measured {
  return measured(percentageOf(part, whole), { part, whole }, whole, notKnown);
}

export function notMeasured(reason: string, cases = 0): NotMeasured {
  return { status: 'too-few', reason, cases };
}
