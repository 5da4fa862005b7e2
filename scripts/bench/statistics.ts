import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { comparisons, type Comparison } from './statistics/comparisons.ts';
import { bootstrapWeights, makeDesign } from './statistics/designs.ts';
import { handOver } from './statistics/hand-over.ts';
import { inTurns, type Turns } from './statistics/in-turns.ts';
import { largestDifference } from './statistics/largest-difference.ts';
import { startSide, type Side, type Started } from './statistics/side.ts';
import { ROUNDS } from './statistics/works.ts';

/**
 * Our models beside R's on the same machine, in turns, each comparison in two processes of its own. Milliseconds differ
 * from machine to machine; the ratios are what counts. Fails where answers differ. Without R, or without a package of
 * it, our own times stand alone.
 */
export async function benchStatistics(): Promise<void> {
  const differing: string[] = [];
  for (const comparison of comparisons) {
    if (!(await compare(comparison))) differing.push(titleOf(comparison));
  }
  console.log(
    '\nTimes are those of the processor, warm, the median of three to five turns; the first run of a new process stands beside ours.\n' +
      'Memory is the most that our process took, the clients included. Aims: 0.6 of glm.fit, 0.1 of glmer.',
  );
  if (differing.length > 0) throw new Error(`Answers differ from R's: ${differing.join('; ')}`);
}

/** Measures and prints one comparison; false where answers are further apart than they may be. */
async function compare(comparison: Comparison): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-bench-'));
  const ours = await startOurs(comparison);
  const theirs = await startTheirs(comparison, folder);
  const r = 'absent' in theirs ? null : theirs;
  try {
    const turns = await inTurns(ours, r);
    const apart = r && largestDifference(await ours.answers(), await r.answers());
    const isSame = apart === null || apart <= comparison.tolerance;
    console.log(
      [
        titleOf(comparison).padEnd(66),
        timesOf(turns).padEnd(34),
        `${(await ours.memory()).toFixed(0)} MB`.padStart(6),
        'absent' in theirs ? theirs.absent : ratioOf(comparison, turns),
        apart === null ? '' : `difference ${apart.toExponential(1)}${isSame ? '' : ', TOO LARGE'}`,
      ].join('  '),
    );
    return isSame;
  } finally {
    ours.stop();
    r?.stop();
    await rm(folder, { recursive: true });
  }
}

function titleOf({ kind, rows, columns, ours }: Comparison): string {
  return `${ours}, ${rows.toLocaleString('en-GB')} x ${columns} ${kind}`;
}

const milliseconds = (seconds: number): string =>
  `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`;

function timesOf({ ours, first }: Turns): string {
  return `${milliseconds(ours)} (first ${milliseconds(first)})`;
}

function ratioOf({ theirs, aim }: Comparison, turns: Turns): string {
  if (turns.theirs === null || turns.ratio === null) return '';
  const met = turns.ratio <= (aim ?? Infinity) ? '' : ' ABOVE THE AIM';
  const ratio = turns.ratio.toFixed(turns.ratio < 0.095 ? 3 : 2);
  return `${theirs} ${milliseconds(turns.theirs)}: ratio ${ratio}${met}`;
}

async function startOurs({ ours, kind, rows, columns }: Comparison): Promise<Side> {
  const script = join(import.meta.dirname, 'statistics', 'ours.ts');
  const parameters = ['--import', 'tsx', script, ours, kind, String(rows), String(columns)];
  const started = await startSide(process.execPath, parameters);
  if ('absent' in started) throw new Error(started.absent);
  return started;
}

async function startTheirs(comparison: Comparison, folder: string): Promise<Started> {
  const { theirs, kind, rows, columns } = comparison;
  if (theirs === null) return { absent: 'no package of R at hand gives these' };
  const rounds = theirs === 'glm.fit, 1,000 times' ? ROUNDS : 0;
  await handOver(makeDesign(kind, rows, columns), folder, bootstrapWeights(rows, rounds));
  const script = join(import.meta.dirname, 'statistics', 'theirs.R');
  return startSide('Rscript', ['--vanilla', script, folder, theirs]);
}
