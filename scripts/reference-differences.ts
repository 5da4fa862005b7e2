/**
 * Prints how far every statistical function lies from the values R computed: `npx tsx scripts/reference-differences.ts`.
 * The comparisons are those of the tests; exits with 1 when one is beyond its tolerance.
 */
import { referenceGroups } from '#test/scoring/statistics/reference-checks.ts';
import { worstOf } from '#test/scoring/statistics/reference-group.ts';

const rows = referenceGroups().map((group) => {
  const worst = worstOf(group);
  return {
    function: group.functionName,
    values: String(group.checks.length),
    largest: worst.difference === 0 ? '0' : worst.difference.toExponential(1),
    allowed: group.tolerance.toExponential(0),
    worst: worst.name,
    within: worst.difference <= group.tolerance,
  };
});

const headings = {
  function: 'Function',
  values: 'Values',
  largest: 'Largest difference',
  allowed: 'Allowed',
  worst: 'Furthest value',
};
const columns = ['function', 'values', 'largest', 'allowed', 'worst'] as const;
const widths = columns.map((key) =>
  Math.max(headings[key].length, ...rows.map((row) => row[key].length)),
);
const line = (row: Record<(typeof columns)[number], string>): string =>
  columns
    .map((key, i) => row[key].padEnd(widths[i] ?? 0))
    .join('  ')
    .trimEnd();

console.log(line(headings));
for (const row of rows) console.log(line(row));
console.log(
  '\nDifferences are relative; absolute where the expected value is below 1 (never for tails).',
);
if (rows.some((row) => !row.within)) process.exitCode = 1;
