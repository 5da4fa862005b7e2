import { median } from './median.ts';
import type { Side } from './side.ts';

export interface Turns {
  /** Seconds of our very first run, before the machine code is made. */
  readonly first: number;
  /** Once warm, the median of the turns. */
  readonly ours: number;
  readonly theirs: number | null;
  /** Median of our share of their time, turn by turn. */
  readonly ratio: number | null;
}

const TURNS = 5;
const FEWER_TURNS = 3;
/** A turn takes at least this many seconds, so that short work is done many times in it. */
const TURN_SECONDS = 0.4;
const WARM_UP_SECONDS = 2;
const MOST_RUNS = 200;
/** A turn longer than this hangs less on moods of the machine, so fewer will do. */
const LONG_SECONDS = 2;
/** Work longer than this is not done again: its first run, which needs no warming, is taken in every turn. */
const ONCE_SECONDS = 30;

const runsIn = (seconds: number, each: number): number =>
  Math.max(1, Math.min(MOST_RUNS, Math.ceil(seconds / each)));

/** Runs until some seconds are spent: short work needs many runs before its machine code is as good as it gets. */
async function warmUp(side: Side): Promise<{ readonly first: number; readonly warm: number }> {
  const first = await side.time(1);
  let [warm, spent] = [first, first];
  while (spent < WARM_UP_SECONDS) {
    const runs = runsIn(TURN_SECONDS, warm);
    warm = await side.time(runs);
    spent += warm * runs;
  }
  return { first, warm };
}

/** Lets both sides work in turns, so that both meet the same moods of the machine. */
export async function inTurns(ours: Side, theirs: Side | null): Promise<Turns> {
  const us = await warmUp(ours);
  const them = theirs === null ? null : await warmUp(theirs);
  const turns = us.warm + (them?.warm ?? 0) > LONG_SECONDS ? FEWER_TURNS : TURNS;
  const times: { ours: number; theirs: number | null }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const ofOurs = await ours.time(runsIn(TURN_SECONDS, us.warm));
    times.push({ ours: ofOurs, theirs: await timeOf(theirs, them?.warm ?? 0) });
  }
  const both = times.flatMap((turn) =>
    turn.theirs === null ? [] : [{ ...turn, theirs: turn.theirs }],
  );
  return {
    first: us.first,
    ours: median(times.map((turn) => turn.ours)),
    theirs: both.length === 0 ? null : median(both.map((turn) => turn.theirs)),
    ratio: both.length === 0 ? null : median(both.map((turn) => turn.ours / turn.theirs)),
  };
}

async function timeOf(side: Side | null, warm: number): Promise<number | null> {
  if (side === null) return null;
  return warm > ONCE_SECONDS ? warm : side.time(runsIn(TURN_SECONDS, warm));
}
