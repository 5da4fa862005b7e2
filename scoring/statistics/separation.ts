import { INTERCEPT, type Design } from './design.ts';
import { at, largestAbsolute, type NumberList } from './vectors.ts';

/** How far, as a share of the largest, a row may miss its side and still count as touching it. */
const TOLERANCE = 1e-4;

/**
 * Whether a direction separates the outcomes: along it every row with successes only gains, every row
 * with failures only loses, mixed rows stand still, and some row moves. Then the likelihood grows
 * for ever along it and no finite odds ratio exists.
 *
 * @param change of the linear predictor along the direction, per row
 * @param successes, trials counts per row; rows of 0 trials say nothing
 * Source: Albert and Anderson (1984), Biometrika 71, 1-10. Checked against separation.csv and examples
 * built to be separated, and by the fits that must not be called so.
 */
export function isSeparating(
  change: Float64Array,
  successes: NumberList,
  trials: NumberList,
): boolean {
  const largest = largestAbsolute(change);
  if (!(largest > 0 && Number.isFinite(largest))) return false;
  const slack = TOLERANCE * largest;
  return change.every((value, row) => {
    if (at(trials, row) === 0) return true;
    const x = at(successes, row);
    if (x === 0) return value <= slack;
    if (x === at(trials, row)) return value >= -slack;
    return Math.abs(value) <= slack;
  });
}

/**
 * The columns that a separating direction moves along: those to name on the page. The intercept is
 * named only when it stands alone.
 *
 * @param design the columns, each scaled to a largest value of about 1
 * @param direction one step per column
 */
export function separatingColumns(design: Design, direction: readonly number[]): string[] {
  const moved = design.names.map((_, j) => Math.abs(at(direction, j)));
  const least = 10 * TOLERANCE * Math.max(...moved);
  const named = design.names.filter((name, j) => name !== INTERCEPT && at(moved, j) > least);
  return named.length > 0 ? named : [INTERCEPT];
}
