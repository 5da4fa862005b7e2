import * as distributions from '#scoring/statistics/distributions.ts';
import exact from '#test/reference/statistics/distributions.expected.json' with { type: 'json' };

import { Group, type ReferenceGroup } from './reference-group.ts';
import { tailDifference } from './relative-difference.ts';

/** Tails and quantiles are held to this; tails under 1e-15 to the second. */
const BOUND = 1e-12;
const FAR_BOUND = 1e-10;
const FAR = 1e-15;

type Columns = Readonly<Record<string, readonly (number | boolean)[]>>;
type Tail = (...args: [number, number, number]) => number;

function numbersAt(grid: Columns, names: readonly string[], i: number): [number, number, number] {
  const [a = 0, b = 0, c = 0] = names.map((name) => Number(grid[name]![i]));
  return [a, b, c];
}

/** One tail over a grid of arguments, the far tails in a group of their own. */
function tailGroups(
  functionName: string,
  of: Tail,
  grid: Columns,
  which: 'lower' | 'upper',
  scale: readonly number[] = [1, 1, 1],
): ReferenceGroup[] {
  const names = Object.keys(grid).filter((name) => name !== 'lower' && name !== 'upper');
  const near = new Group(tailDifference);
  const far = new Group(tailDifference);
  grid[which]!.forEach((value, i) => {
    const expected = Number(value);
    const args = numbersAt(grid, names, i).map((argument, j) => argument * scale[j]!);
    const [a, b, c] = args as [number, number, number];
    (expected < FAR ? far : near).value(
      `at ${names.map((_, j) => args[j]).join(', ')}`,
      of(a, b, c),
      expected,
    );
  });
  return [
    near.as(`${functionName}, 20 digits`, BOUND),
    far.as(`${functionName}, 20 digits, under 1e-15`, FAR_BOUND),
  ].filter((group) => group.checks.length > 0);
}

function quantileGroups(
  lower: readonly [string, Tail],
  upper: readonly [string, Tail],
  grid: Columns,
): ReferenceGroup[] {
  const names = Object.keys(grid).filter((name) => name !== 'low' && name !== 'value');
  const groups = { true: new Group(tailDifference), false: new Group(tailDifference) };
  grid.value!.forEach((value, i) => {
    const args = numbersAt(grid, names, i);
    const isLower = grid.low![i] === true;
    const of = isLower ? lower[1] : upper[1];
    groups[isLower ? 'true' : 'false'].value(
      `at ${args.slice(0, names.length).join(', ')}`,
      of(...args),
      Number(value),
    );
  });
  return [
    groups.true.as(`${lower[0]}, 20 digits`, BOUND),
    groups.false.as(`${upper[0]}, 20 digits`, BOUND),
  ];
}

/** Every tail and quantile beside values worked out in multiple precision. */
export function exactDistributionGroups(): ReferenceGroup[] {
  const d = distributions;
  return [
    ...tailGroups('normalCdf', d.normalCdf, exact.normal, 'lower'),
    ...tailGroups('normalUpper', d.normalUpper, exact.normal, 'upper'),
    ...tailGroups('studentTCdf', d.studentTCdf, exact.studentT, 'lower'),
    ...tailGroups('studentTUpper', d.studentTUpper, exact.studentT, 'upper'),
    ...tailGroups('gammaCdf', d.gammaCdf, exact.gamma, 'lower'),
    ...tailGroups('gammaUpper', d.gammaUpper, exact.gamma, 'upper'),
    ...tailGroups('chiSquaredCdf', d.chiSquaredCdf, exact.gamma, 'lower', [2, 2]),
    ...tailGroups('chiSquaredUpper', d.chiSquaredUpper, exact.gamma, 'upper', [2, 2]),
    ...tailGroups('fCdf', d.fCdf, exact.f, 'lower'),
    ...tailGroups('fUpper', d.fUpper, exact.f, 'upper'),
    ...tailGroups('betaCdf', d.betaCdf, exact.beta, 'lower'),
    ...tailGroups('betaUpper', d.betaUpper, exact.beta, 'upper'),
    ...tailGroups('poissonCdf', d.poissonCdf, exact.poisson, 'lower'),
    ...tailGroups('poissonUpper', d.poissonUpper, exact.poisson, 'upper'),
    ...tailGroups('binomialCdf', d.binomialCdf, exact.binomial, 'lower'),
    ...tailGroups('binomialUpper', d.binomialUpper, exact.binomial, 'upper'),
    ...quantileGroups(
      ['gammaQuantile', d.gammaQuantile],
      ['gammaUpperQuantile', d.gammaUpperQuantile],
      exact.gammaQuantile,
    ),
    ...quantileGroups(
      ['betaQuantile', d.betaQuantile],
      ['betaUpperQuantile', d.betaUpperQuantile],
      exact.betaQuantile,
    ),
    ...quantileGroups(
      ['fQuantile', d.fQuantile],
      ['fUpperQuantile', d.fUpperQuantile],
      exact.fQuantile,
    ),
  ];
}
