/** Some of a list of numbers, by their places, and what they shall add up to. */
export interface Margin {
  members: readonly number[];
  sum: number;
}

const MOST_PASSES = 2_000;

const sumOf = (values: readonly number[], members: readonly number[]) =>
  members.reduce((sum, place) => sum + (values[place] ?? 0), 0);

/** Fits margin after margin until all of them hold at once. */
function fitted(
  start: readonly number[],
  margins: readonly Margin[],
  fit: (values: number[], margin: Margin, sum: number) => void,
): number[] {
  const values = [...start];
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let worst = 0;
    for (const margin of margins) {
      const sum = sumOf(values, margin.members);
      worst = Math.max(worst, Math.abs(margin.sum - sum) / margin.members.length);
      fit(values, margin, sum);
    }
    if (worst < 0.002) return values;
  }
  throw new RangeError('raking: the margins cannot hold at once within the bounds');
}

/**
 * Numbers near the given ones that keep their bounds and whose groups add up as wanted. What a group lacks is taken from
 * its members in proportion to the room that each has left.
 */
export function rakedWithin(
  start: readonly number[],
  bounds: readonly { low: number; high: number }[],
  margins: readonly Margin[],
): number[] {
  return fitted(start, margins, (values, { members, sum: wanted }, sum) => {
    const rest = wanted - sum;
    const roomOf = (place: number) => {
      const { low, high } = bounds[place] ?? { low: 0, high: 0 };
      return rest > 0 ? high - (values[place] ?? 0) : (values[place] ?? 0) - low;
    };
    const room = members.reduce((all, place) => all + roomOf(place), 0);
    if (room === 0) return;
    const share = Math.sign(rest) * Math.min(1, Math.abs(rest) / room);
    for (const place of members) values[place] = (values[place] ?? 0) + share * roomOf(place);
  });
}

/** The same for amounts of 0 or more without a highest one: zeros stay, the others keep their proportions in a group. */
export function rakedInProportion(start: readonly number[], margins: readonly Margin[]): number[] {
  return fitted(start, margins, (values, { members, sum: wanted }, sum) => {
    for (const place of members) values[place] = ((values[place] ?? 0) * wanted) / sum;
  });
}

/** Whole numbers whose running total never strays from that of the given ones by more than a half. */
export function wholeNumbers(values: readonly number[]): number[] {
  let [exact, whole] = [0, 0];
  return values.map((value) => {
    exact += value;
    const next = Math.round(exact) - whole;
    whole += next;
    return next;
  });
}
