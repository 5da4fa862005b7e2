import { relativeDifference } from './relative-difference.ts';

/** One value of ours beside R's. */
export interface ReferenceCheck {
  readonly name: string;
  readonly actual: number;
  readonly expected: number;
  readonly difference: number;
}

/** All values of one function that have an expected value, with the difference allowed. */
export interface ReferenceGroup {
  readonly functionName: string;
  readonly tolerance: number;
  readonly checks: readonly ReferenceCheck[];
}

export type Named = Readonly<Record<string, number | null>>;

/** Collects the comparisons of one function. */
export class Group {
  readonly checks: ReferenceCheck[] = [];
  readonly measure: (actual: number, expected: number) => number;

  constructor(measure = relativeDifference) {
    this.measure = measure;
  }

  value(name: string, actual: number | undefined, expected: number | null | undefined): this {
    const ours = actual ?? NaN;
    const theirs = expected ?? NaN;
    const difference = this.measure(ours, theirs);
    this.checks.push({ name, actual: ours, expected: theirs, difference });
    return this;
  }

  list(name: string, actual: readonly number[], expected: readonly number[]): this {
    expected.forEach((value, i) => this.value(`${name} ${i + 1}`, actual[i], value));
    return this.value(`${name}, how many`, actual.length, expected.length);
  }

  named(name: string, actual: object, expected: Named): this {
    const found = new Map<string, unknown>(Object.entries(actual));
    for (const [key, value] of Object.entries(expected)) {
      // VGAM calls the first linear predictor's constant (Intercept):1.
      const ours = found.get(key.replace(/:1$/, ''));
      this.value(`${name} of ${key}`, typeof ours === 'number' ? ours : NaN, value);
    }
    return this;
  }

  as(functionName: string, tolerance: number): ReferenceGroup {
    return { functionName, tolerance, checks: this.checks };
  }
}

/** The result when its status is the one wanted; anything else is a failed comparison, said loudly. */
export function only<T extends { status: string }, S extends T['status']>(
  result: T,
  status: S,
): Extract<T, { status: S }> {
  if (result.status !== status)
    throw new Error(`expected ${status}, got ${JSON.stringify(result)}`);
  return result as Extract<T, { status: S }>;
}

export type Grid = Readonly<Record<string, readonly number[]>> & {
  readonly value: readonly number[];
};

/** A distribution function over columns of arguments, in the order of its parameters. */
export function onGrid(
  group: Group,
  of: (...args: [number, number, number]) => number,
  grid: Grid,
  parameters: readonly string[],
): Group {
  grid.value.forEach((expected, i) => {
    const args = parameters.map((parameter) => grid[parameter]![i]!);
    group.value(`at ${args.join(', ')}`, of(args[0]!, args[1]!, args[2]!), expected);
  });
  return group;
}

/** The comparison of a group that lies furthest from R. */
export function worstOf(group: ReferenceGroup): ReferenceCheck {
  return group.checks.reduce((worst, next) => (next.difference > worst.difference ? next : worst));
}
