import { describe, expect, it } from 'vitest';
import { countsBehind } from '#scoring/disclosure/counts-behind.ts';
import { disclosedProportion } from '#scoring/disclosure/disclosed-proportion.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { figuresForGroups, type GroupCounts } from '#scoring/disclosure/figures-for-groups.ts';

const groups = [
  { numerator: 40, denominator: 90 },
  { numerator: 12, denominator: 33 },
  { numerator: 3, denominator: 20 },
  { numerator: 0, denominator: 0 },
];

describe('figuresForGroups', () => {
  it('hides a second group where one small group could be worked out from the whole', () => {
    const { groups: figures, total } = figuresForGroups('others', groups, policy);
    expect(figures.map(({ status }) => status)).toEqual(['shown', 'hidden', 'hidden', 'none']);
    expect(total).toMatchObject({ numerator: 55, denominator: 145 });
  });

  it('shows the team everything', () => {
    const { groups: figures, total } = figuresForGroups('own-team', groups, policy);
    expect(figures.map(({ status }) => status)).toEqual(['shown', 'shown', 'shown', 'none']);
    expect(total).toMatchObject({ numerator: 55, denominator: 143, rounded: false });
  });

  it('shows groups without small counts, whole percents for the linked cohort', () => {
    const large = [
      { numerator: 370, denominator: 1000 },
      { numerator: 95, denominator: 190 },
    ];
    const { groups: figures } = figuresForGroups('others', large, policy, { linkedCohort: true });
    expect(figures.map(({ value }) => value)).toEqual([0.37, 0.5]);
  });

  it('answers for no groups at all', () => {
    expect(figuresForGroups('others', [], policy)).toMatchObject({
      groups: [],
      total: { status: 'none' },
    });
  });

  it('hides the whole where it would leave a hidden count two values', () => {
    // 40 in all is at most 42, and the first is at least 38 of them: 4 are left at most, less the margin.
    const few = (numerator: number) => [
      { numerator, denominator: 90 },
      { numerator: 1, denominator: 40 },
      { numerator: 1, denominator: 40 },
    ];
    for (const numerator of [38, 40]) {
      const { groups: figures, total } = figuresForGroups('others', few(numerator), policy);
      expect(figures.map(({ status }) => status)).toEqual(['shown', 'hidden', 'hidden']);
      expect(total.status).toBe('hidden');
    }
  });

  it('hides the whole from a reader whose own counts would give the others away, not from everybody', () => {
    const teams = [
      { numerator: 20, denominator: 60 },
      { numerator: 1, denominator: 40 },
    ];
    expect(figuresForGroups('others', teams, policy).total).toMatchObject({ numerator: 20 });
    // 20 in all is 18 to 22, less the own 20: the other has 1 or 2.
    const own = figuresForGroups('others', teams, policy, { known: 0 });
    expect(own.total.status).toBe('hidden');
    expect(own.groups.map(({ status }) => status)).toEqual(['hidden', 'hidden']);
  });

  it('hides a group for another release’s sake, and a second one with it', () => {
    const shown = [30, 20, 25].map((numerator) => ({ numerator, denominator: 100 }));
    const { groups: figures } = figuresForGroups('others', shown, policy, {
      alsoHidden: new Set([0]),
    });
    expect(figures.map(({ status }) => status)).toEqual(['hidden', 'hidden', 'shown']);
  });
});

/** Every set of groups with at most so many people with and without the outcome. */
function* everySet(size: number, most: number): Generator<GroupCounts[]> {
  const pairs = (most + 1) ** 2;
  for (let code = 0; code < pairs ** size; code += 1) {
    yield Array.from({ length: size }, (_, index) => {
      const pair = Math.floor(code / pairs ** index) % pairs;
      const numerator = pair % (most + 1);
      return { numerator, denominator: numerator + Math.floor(pair / (most + 1)) };
    });
  }
}

const countsOf = ({ numerator, denominator }: GroupCounts): number[] => [
  numerator,
  denominator - numerator,
  denominator,
];

/**
 * A reader who knows every rule, and the counts of two groups, one or none: tries every set of groups and keeps those that
 * would be printed just like what they see. Returns the hidden counts that fewer than three values are left for, in sets of
 * groups small enough for all that look the same to have been tried.
 */
function foundOut(
  sets: Iterable<GroupCounts[]>,
  settings: typeof policy,
  { known, tried }: { known: readonly number[]; tried: number },
): { pictures: number; found: string[] } {
  const pictures = new Map<string, { values: Set<number>[]; hidden: boolean[]; example: string }>();
  for (const groups of sets) {
    const { groups: figures, total } = figuresForGroups('others', groups, settings, { known });
    const words = [...figures, total].map((f) => [f.status, f.numerator, f.denominator].join(' '));
    const own = known.flatMap((place) => countsOf(groups[place]!));
    const key = [own.join(), ...words].join('; ');
    const counts = groups.flatMap(countsOf);
    const picture = pictures.get(key) ?? {
      values: counts.map(() => new Set<number>()),
      hidden: counts.map((_, at) => figures[Math.floor(at / 3)]!.status === 'hidden'),
      example: '',
    };
    for (const [at, count] of counts.entries()) picture.values[at]!.add(count);
    if (counts.every((count, at) => at % 3 === 2 || count <= tried)) picture.example = key;
    pictures.set(key, picture);
  }
  const found = [...pictures.values()]
    .filter(({ example }) => example !== '')
    .filter(({ values, hidden }) =>
      values.some((set, at) => hidden[at]! && !known.includes(Math.floor(at / 3)) && set.size < 3),
    );
  return { pictures: pictures.size, found: found.map(({ example }) => example) };
}

const coarse = { ...policy, smallestShown: 4, base: 2 };

describe('figuresForGroups against a reader who tries every set of groups', () => {
  it.each([[[]], [[0]], [[1]]])(
    'of two, knowing the counts of groups %j',
    (known) => {
      const { pictures, found } = foundOut(everySet(2, 17), policy, { known, tried: 10 });
      expect(pictures).toBeGreaterThan(500);
      expect(found).toEqual([]);
    },
    120_000,
  );

  it.each([[[]], [[0]], [[2]], [[0, 1]], [[0, 2]], [[1, 2]]])(
    'of three, knowing the counts of groups %j',
    (known) => {
      const { pictures, found } = foundOut(everySet(3, 7), coarse, { known, tried: 5 });
      expect(pictures).toBeGreaterThan(5000);
      expect(found).toEqual([]);
    },
    120_000,
  );
});

/** Repeatable random whole numbers (linear congruential). */
function wholeNumbers(seed: number): (from: number, to: number) => number {
  let state = seed >>> 0;
  return (from, to) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from + Math.floor((state / 2 ** 32) * (to - from + 1));
  };
}

describe('figuresForGroups on many teams', () => {
  const pick = wholeNumbers(20260327);
  const level = (teams: number): GroupCounts[] =>
    Array.from({ length: teams }, (_, index) => {
      if (index === 0) return { numerator: 3, denominator: 20 };
      const denominator = pick(40, 110);
      const share = pick(22, 40) / 100;
      return { numerator: Math.max(9, Math.round(denominator * share)), denominator };
    });

  it('hides the small team, one more and nothing else, whoever looks', () => {
    for (const teams of [5, 10, 20, 50]) {
      for (let time = 0; time < 60; time += 1) {
        const groups = level(teams);
        const seenBy = (known?: number) =>
          figuresForGroups('others', groups, policy, { known, smallestGroup: 10 });
        const { groups: figures, total } = seenBy();
        expect(figures.filter(({ status }) => status === 'hidden')).toHaveLength(2);
        expect({ groups, total: total.status }).toEqual({ groups, total: 'shown' });
        expect(seenBy(0).groups).toEqual(figures);
      }
    }
  });

  it('leaves so much room beside fifty rounded rates that no team’s own counts help', () => {
    for (let time = 0; time < 60; time += 1) {
      const groups = level(50);
      for (const known of [0, 1, 49]) {
        const { total } = figuresForGroups('others', groups, policy, { known, smallestGroup: 10 });
        expect(total.status).toBe('shown');
      }
    }
  });

  it('takes a few milliseconds for a hundred teams', () => {
    const groups = level(99);
    figuresForGroups('others', groups, policy);
    const start = performance.now();
    for (let time = 0; time < 20; time += 1) figuresForGroups('others', groups, policy);
    // About 1 ms on a slow machine; the bound allows for a busy one.
    expect((performance.now() - start) / 20).toBeLessThan(20);
  });
});

describe('countsBehind', () => {
  it.each([false, true])(
    'holds nothing but counts that look the same, linked cohort %s',
    (linkedCohort) => {
      const largest = linkedCohort ? 130 : 60;
      for (let denominator = linkedCohort ? 95 : 8; denominator <= largest; denominator += 1) {
        for (let numerator = 0; numerator <= denominator; numerator += 1) {
          const figure = disclosedProportion(numerator, denominator, policy, { linkedCohort });
          if (figure.status !== 'shown') continue;
          const box = countsBehind(figure, policy);
          for (let n = box.denominator.least; n <= box.denominator.most; n += 1) {
            for (let x = box.numerator.least; x <= box.numerator.most; x += 1) {
              expect(disclosedProportion(x, n, policy, { linkedCohort })).toEqual(figure);
            }
          }
          expect(box.denominator.most).toBeGreaterThanOrEqual(box.denominator.least);
          expect(box.numerator.most).toBeGreaterThanOrEqual(box.numerator.least);
        }
      }
    },
  );
});
