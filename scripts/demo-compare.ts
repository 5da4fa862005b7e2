import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { openDatabase } from '#db/connection/open-database.ts';
import { compareWithPublished, type ComparedFigure } from '#db/demo/compare.ts';

import { DEMO_FILE } from './lib/demo-file.ts';

/**
 * `npm run demo:compare`: every published figure beside the demonstration's, before any suppression. Exits with 1 where
 * a figure is neither within its rounding nor named with a reason. With -- --file another file of the demonstration.
 */
const { values } = parseArgs({
  options: { file: { type: 'string', default: DEMO_FILE } },
});

const reference = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../test/reference/${name}`, import.meta.url), 'utf8'));

if (!existsSync(values.file)) {
  throw new Error(`${values.file} is missing. Make it with "npm run db:seed -- --demo".`);
}
const opened = openDatabase({ path: values.file, readOnly: true });
try {
  const figures = await compareWithPublished(opened.db, {
    ohid2025: reference('ohid-2025.json'),
    viaEvaluation: reference('via-evaluation.json'),
  });
  printTable(figures);
  process.exitCode = printSummary(figures);
} finally {
  await opened.close();
}

function verdict({ isWithin }: ComparedFigure): string {
  return isWithin === null ? 'not compared' : isWithin ? 'yes' : 'NO';
}

function printTable(figures: readonly ComparedFigure[]): void {
  const lines = figures.map((figure) => [
    figure.figure,
    figure.published,
    figure.demo,
    verdict(figure),
    figure.reason,
  ]);
  const heads = ['Figure', 'Published', 'Demo', 'Within rounding', 'Reason'];
  const widths = heads.map((head, column) =>
    Math.min(60, Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0))),
  );
  for (const line of [heads, ...lines]) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** The summary line; answers the exit code. */
function printSummary(figures: readonly ComparedFigure[]): number {
  const within = figures.filter(({ isWithin }) => isWithin === true).length;
  const outside = figures.filter(({ isWithin }) => isWithin === false);
  const named = outside.filter(({ reason }) => reason !== '');
  const rest = figures.length - within - outside.length;
  console.log(
    `\n${figures.length} published figures: ${within} within rounding, ${outside.length} not (${named.length} named with the reason), ${rest} not compared (reason beside each).`,
  );
  return outside.length === named.length ? 0 : 1;
}
