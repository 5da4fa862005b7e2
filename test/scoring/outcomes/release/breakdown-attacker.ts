import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import {
  breakdownPlan,
  type BreakdownPlan,
  type NestedGroup,
} from '#scoring/outcomes/release/breakdown-plan.ts';
import {
  isSmall,
  together,
  without,
  withoutStarts,
  type StartPlaces,
} from '#scoring/outcomes/release/group-people.ts';

/**
 * People of one group by what is known of them: complete then incomplete, each as never worked; worked without a
 * start, not sustained and sustained; started, not sustained and sustained.
 */
export type Cell = readonly number[];
export const KINDS = 5;

function people([never = 0, old = 0, oldLong = 0, begun = 0, begunLong = 0]: Cell): number[] {
  const worked = old + oldLong + begun + begunLong;
  const started = begun + begunLong;
  const sustained = oldLong + begunLong;
  return [
    worked,
    never,
    started,
    never + old + oldLong,
    sustained,
    worked - sustained,
    old + oldLong,
  ];
}

/** Where people() has the counts about starting a job. */
export const starts: StartPlaces = { started: 2, notStarted: 3, withoutStart: 6 };
const COUNTS = 7;

export function nested(cell: Cell): NestedGroup {
  const complete = people(cell.slice(0, KINDS));
  return { complete, full: together([complete, people(cell.slice(KINDS))]) };
}

const policy = defaultDisclosurePolicy;

interface Release {
  readonly isReleased: boolean;
  readonly isCompleteReleased: boolean;
  readonly plan: BreakdownPlan;
}

export function released(cells: readonly Cell[]): Release {
  const groups = cells.map(nested);
  const full = together(groups.map((group) => group.full));
  const complete = together(groups.map((group) => group.complete));
  const isCompleteReleased =
    !isSmall(complete, policy) && !isSmall(without(full, complete), policy);
  return {
    isReleased: !isSmall(full, policy),
    isCompleteReleased,
    plan: breakdownPlan(groups, policy, { isCompleteReleased, starts }),
  };
}

/** All that a reader who knows more than rounded numbers sees: every shown count exactly. */
function picture(cells: readonly Cell[]): string {
  const groups = cells.map(nested);
  const { isReleased, isCompleteReleased, plan } = released(cells);
  const total = together(groups.map(({ full }) => full));
  return JSON.stringify([
    isReleased,
    isCompleteReleased,
    plan.hidden.map((reason) => reason !== null),
    plan.complete,
    isReleased && total,
    isCompleteReleased && together(groups.map(({ complete }) => complete)),
    groups.map(({ full }, place) => plan.hidden[place] === null && full),
    groups.map(({ complete }, place) => {
      if (plan.complete === 'none' || plan.hidden[place] !== null) return null;
      return plan.complete === 'all' ? complete : withoutStarts(complete, starts);
    }),
  ]);
}

/** One hidden group few with the outcome, others one, the last what is left. */
function allSmall(
  cells: readonly Cell[],
  places: readonly number[],
  first: number,
  few: number,
  isWith: boolean,
): Cell[] {
  const pool = places.reduce(
    (sum, place) => sum.map((count, kind) => count + (cells[place]?.[kind] ?? 0)),
    new Array<number>(2 * KINDS).fill(0),
  );
  const last = places.find((place) => place !== first) ?? first;
  const takenFrom = (isChosen: (kind: number) => boolean, count: number): number[] => {
    const taken = new Array<number>(2 * KINDS).fill(0);
    let left = count;
    for (const [kind, there] of pool.entries()) {
      if (!isChosen(kind)) continue;
      const part = Math.min(left, there);
      taken[kind] = part;
      pool[kind] = there - part;
      left -= part;
    }
    return taken;
  };
  const isFew = (kind: number) => (kind % KINDS !== 0) === isWith;
  const given = new Map<number, number[]>();
  for (const place of places) {
    if (place !== last) given.set(place, takenFrom(isFew, place === first ? few : 1));
  }
  const own = takenFrom((kind) => !isFew(kind), 1);
  const rest = takenFrom((kind) => !isFew(kind), Infinity);
  given.set(
    first,
    (given.get(first) ?? []).map((count, kind) => count + (rest[kind] ?? 0)),
  );
  given.set(
    last,
    pool.map((count, kind) => count + (own[kind] ?? 0)),
  );
  return cells.map((cell, place) => given.get(place) ?? cell);
}

/** Of one part of a cell, from those of one kind or from those who held their job as well, as many as there are. */
function movedIn(cell: Cell, from: number, to: number, many: number): number[] {
  const moved = [...cell];
  let left = many;
  for (const long of [0, 1]) {
    const part = Math.min(left, moved[from + long] ?? 0);
    moved[from + long] = (moved[from + long] ?? 0) - part;
    moved[to + long] = (moved[to + long] ?? 0) + part;
    left -= part;
  }
  return moved;
}

const [OLD, BEGUN] = [1, 3];

/** The same people, but of the complete as many more (or fewer) had their job before, and of the incomplete as many fewer. */
function restarted(cell: Cell, by: number): Cell {
  const [from, to] = by > 0 ? [BEGUN, OLD] : [OLD, BEGUN];
  const complete = movedIn(cell, from, to, Math.abs(by));
  return movedIn(complete, to + KINDS, from + KINDS, Math.abs(by));
}

const withoutStartOf = (cell: Cell) => nested(cell).complete[starts.withoutStart] ?? 0;
const isSameInAll = (a: Cell, b: Cell) =>
  JSON.stringify(nested(a).full) === JSON.stringify(nested(b).full);

/** One group has more or fewer of the complete in work before, the others in turn make up for it. */
function* exchangedStarts(cells: readonly Cell[]): Generator<Cell[]> {
  for (const place of cells.keys()) {
    for (const by of [-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7]) {
      let owed = by;
      const given = [place, ...[...cells.keys()].filter((other) => other !== place)];
      const exchanged = [...cells];
      for (const at of given) {
        const before = cells[at] ?? [];
        const wanted = at === place ? by : -owed;
        const sizes = Array.from({ length: Math.abs(wanted) }, (_, n) => Math.abs(wanted) - n);
        const found = sizes
          .map((size) => restarted(before, Math.sign(wanted) * size))
          .find((after) => isSameInAll(before, after));
        if (found === undefined) continue;
        exchanged[at] = found;
        if (at !== place) owed += withoutStartOf(found) - withoutStartOf(before);
        else owed = withoutStartOf(found) - withoutStartOf(before);
      }
      yield exchanged;
    }
  }
}

function isPossible(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell.every((count) => count >= 0));
}

/** One to three people moved or exchanged between two groups, or followed for another time. */
function* changesOf(cells: readonly Cell[]): Generator<Cell[]> {
  const changed = (moves: readonly (readonly [place: number, kind: number, by: number])[]) =>
    cells.map((cell, place) =>
      cell.map((count, kind) =>
        moves.reduce((sum, [at, of, by]) => (at === place && of === kind ? sum + by : sum), count),
      ),
    );
  const width = 2 * KINDS;
  for (const many of [1, 2, 3]) {
    for (const [a, cell] of cells.entries()) {
      for (const kind of cell.keys()) {
        if ((cell[kind] ?? 0) < many) continue;
        const otherTime = (kind + KINDS) % width;
        yield changed([
          [a, kind, -many],
          [a, otherTime, many],
        ]);
        for (const b of cells.keys()) {
          if (a === b) continue;
          const over = [
            [a, kind, -many],
            [b, kind, many],
          ] as const;
          yield changed(over);
          for (const back of Array.from({ length: width }, (_, other) => other)) {
            yield changed([...over, [b, back, -many], [a, back, many]]);
          }
        }
      }
    }
  }
}

/** Values found for each count of each group, among everybody and among the complete. */
function valuesLeft(cells: readonly Cell[]): Set<number>[][] {
  const seen = cells.map(() => Array.from({ length: 2 * COUNTS }, () => new Set<number>()));
  const shown = picture(cells);
  const look = (table: readonly Cell[]): boolean => {
    if (picture(table) !== shown) return false;
    for (const [place, cell] of table.entries()) {
      const { full, complete } = nested(cell);
      for (const [at, count] of [...full, ...complete].entries()) seen[place]?.[at]?.add(count);
    }
    return true;
  };
  look(cells);
  const { hidden } = released(cells).plan;
  const places = cells.flatMap((_, place) => (hidden[place] === null ? [] : [place]));
  const walks: (readonly Cell[])[] = [cells];
  if (places.length > 1) {
    for (const first of places) {
      for (const few of [1, 2, 3]) {
        for (const isWith of [true, false]) {
          const table = allSmall(cells, places, first, few, isWith);
          if (look(table)) walks.push(table);
        }
      }
    }
  }
  for (const start of walks) {
    for (const change of changesOf(start)) if (isPossible(change)) look(change);
    for (const change of exchangedStarts(start)) if (isPossible(change)) look(change);
  }
  return seen;
}

export interface Attacked {
  place: number;
  /** Which count: those of everybody, then those of the complete. */
  at: number;
  values: number;
}

/** Every count that a release of these groups hides, with how many values it leaves a reader who knows all else exactly. */
export function attacked(cells: readonly Cell[]): Attacked[] {
  const { isCompleteReleased, plan } = released(cells);
  const groups = cells.map(nested);
  const sums = together(
    groups.filter((_, place) => plan.hidden[place] !== null).map(({ full }) => full),
  );
  const all = together(groups.map(({ complete }) => complete));
  const others = without(together(groups.map((group) => group.full)), all);
  return valuesLeft(cells).flatMap((counts, place) =>
    counts.flatMap((values, at) => {
      const full = groups[place]?.full ?? [];
      const isComplete = at >= COUNTS;
      const isHidden = plan.hidden[place] !== null;
      const which = at % COUNTS;
      // Nobody at all, among those who are hidden or in a group that is shown, is no small number.
      const isNobody = isHidden ? sums[which] === 0 : full[which] === 0;
      const isZeroOfComplete =
        isComplete && isCompleteReleased && (all[which] === 0 || others[which] === 0);
      const isAboutStarts = Object.values(starts).includes(which);
      // Where nobody of a group has had a job before, those who started are those who worked.
      const isToldAnyway = full[starts.withoutStart] === 0;
      const isCompleteOpen =
        plan.complete === 'all' ||
        (plan.complete === 'without-starts' && (!isAboutStarts || isToldAnyway));
      const isOpen = isComplete ? !isHidden && isCompleteOpen : !isHidden;
      return isOpen || isNobody || isZeroOfComplete ? [] : [{ place, at, values: values.size }];
    }),
  );
}
