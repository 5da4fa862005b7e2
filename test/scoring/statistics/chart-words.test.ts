import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  BASELINE_WORDS,
  LIMIT_WORDS,
  sharedSentence,
  signalInTable,
  signalSentence,
} from '#scoring/statistics/control-charts/chart-words.ts';
import {
  individualsChart,
  proportionChart,
} from '#scoring/statistics/control-charts/control-chart.ts';
import {
  RULE_SETS,
  SEVEN_POINT_RULES,
  SIX_POINT_RULES,
} from '#scoring/statistics/control-charts/rule-sets.ts';
import type { Signal } from '#scoring/statistics/control-charts/signals.ts';

const nameOf = (index: number): string => `week ${index + 1}`;
const still = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 8.5 : 11.5));

const signalsOf = (after: readonly number[]): readonly Signal[] =>
  individualsChart([...still, ...after], { ruleSet: SIX_POINT_RULES }).signals;

const words = (...after: number[]): string[] =>
  signalsOf(after).map((signal) => signalSentence(signal, nameOf));

describe('a signal in words', () => {
  it('names the point and the limit that it lies beyond', () => {
    expect(words(10, 18)).toEqual(['week 14: above the upper limit.']);
    expect(words(10, 2)).toEqual(['week 14: below the lower limit.']);
  });

  it('names a run by its length, side, first and last point', () => {
    expect(words(10, 11, 12, 11, 12, 11, 12, 12)).toEqual([
      'week 14 to week 20: 7 points in a row above the mean.',
    ]);
    expect(words(10, 9, 8, 9, 8, 9, 8)).toEqual([
      'week 14 to week 19: 6 points in a row below the mean.',
    ]);
  });

  it('counts the points of a trend without those that stay', () => {
    expect(words(7, 8, 8, 9, 10, 11, 12)).toEqual([
      'week 13 to week 19: a run of 6 rising points, those equal to the one before passed over.',
    ]);
    expect(words(13, 12, 11, 10, 9, 8, 7)).toEqual([
      'week 13 to week 19: a run of 7 falling points.',
    ]);
  });

  it('names each point of two of three', () => {
    expect(words(10, 16, 10, 16)).toEqual([
      'week 14, week 16: two of three points in a row more than two sigma above the mean.',
    ]);
    expect(words(10, 4, 4)).toEqual([
      'week 14, week 15: two of three points in a row more than two sigma below the mean.',
    ]);
  });

  it('says of more than two what holds for each of them', () => {
    // 16, 10, 16, 16: every three in a row hold two; 16, 16, 10, 16, 10, 16: the third to the fifth hold one.
    for (const after of [
      [16, 10, 16, 16],
      [16, 16, 10, 16, 10, 16],
    ]) {
      const names = after.flatMap((x, i) => (x === 16 ? [`week ${i + 14}`] : [])).join(', ');
      expect(words(10, ...after)).toEqual([
        `${names}: more than two sigma above the mean, each with another of them within three points in a row.`,
      ]);
    }
  });

  it('is followed by the points that it shares with another one', () => {
    const shared = (...after: number[]) => sharedSentence(signalsOf(after), nameOf);
    expect(words(10, 18, 16)).toEqual([
      'week 14: above the upper limit.',
      'week 14, week 15: two of three points in a row more than two sigma above the mean.',
    ]);
    expect(shared(10, 18, 16)).toBe(
      'week 14: counted in more than one of these. Signals that share points are readings of one stretch, not separate signs.',
    );
    expect(shared(10, 18)).toBeUndefined();
    // Far above and, later, far below: two signals. So are a rise and the fall from where it turns.
    expect(shared(10, 18, 10, 10, 2)).toBeUndefined();
    expect(words(7, 8, 9, 10, 11, 12, 11, 10, 9, 8, 7)).toHaveLength(2);
    expect(shared(7, 8, 9, 10, 11, 12, 11, 10, 9, 8, 7)).toBeUndefined();
  });

  it('shares points with one of the other direction: a fall above the mean is one stretch', () => {
    const rising = [7, 8, 9, 10, 11, 12];
    const falling = [10, 16.5, 15.5, 14.5, 13.5, 12.5, 11.5, 10.5];
    const { signals } = individualsChart([...still, ...falling], { ruleSet: SEVEN_POINT_RULES });
    expect(signals.map(({ rule, direction }) => [rule, direction])).toEqual([
      ['one-side', 'up'],
      ['trend', 'down'],
      ['two-of-three', 'up'],
    ]);
    expect(sharedSentence(signals, nameOf)).toMatch(
      /^week 14, week 15, week 16, week 17, week 18, week 19, week 20: counted/,
    );
    // Where a rise and a fall turn above the mean, the turning point is shared with the row above it.
    const turning = signalsOf([...rising, 13, 12, 11, 10.8, 10.6, 10.4]);
    expect(turning.filter(({ rule }) => rule === 'trend')).toHaveLength(2);
    expect(sharedSentence(turning, nameOf)).toMatch(/week 19, /);
  });

  it('shares the points that any two but two trends have in common, and no other', () => {
    const values = fc.array(fc.integer({ min: 4, max: 17 }), { minLength: 1, maxLength: 30 });
    const named = (index: number): string => `<${index}>`;
    let withShared = 0;
    fc.assert(
      fc.property(values, fc.boolean(), (after, isSteep) => {
        const sorted = isSteep ? after.toSorted((a, b) => b - a) : after;
        const signals = signalsOf(sorted);
        const pairs = signals.flatMap((one, i) =>
          signals.slice(i + 1).map((other) => ({
            areTrends: one.rule === 'trend' && other.rule === 'trend',
            common: one.points.filter((point) => other.points.includes(point)),
          })),
        );
        const wanted = new Set(pairs.flatMap((pair) => (pair.areTrends ? [] : pair.common)));
        const said = sharedSentence(signals, named)?.match(/<\d+>/g) ?? [];
        expect(said).toEqual([...wanted].sort((a, b) => a - b).map(named));
        withShared += wanted.size > 0 ? 1 : 0;
        // Two trends share their turning point and nothing else.
        const turns = pairs.filter(({ areTrends }) => areTrends).map(({ common }) => common.length);
        expect(Math.max(0, ...turns)).toBeLessThan(2);
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(withShared).toBeGreaterThan(50);
  });

  it('refuses a signal of nothing', () => {
    const empty: Signal = { rule: 'trend', direction: 'up', points: [] };
    expect(() => signalSentence(empty, nameOf)).toThrow(RangeError);
  });

  it('is said in a table without its points', () => {
    const ofRule = (rule: Signal['rule'], direction: Signal['direction']) =>
      signalInTable({ rule, direction, points: [1, 2] });
    expect(ofRule('beyond-limits', 'down')).toBe('Below the lower limit');
    expect(ofRule('one-side', 'down')).toBe('2 points in a row below the mean');
    expect(ofRule('trend', 'up')).toBe('A run of 2 rising points');
    expect(ofRule('two-of-three', 'up')).toBe(
      'Two of three points in a row more than two sigma above the mean',
    );
  });

  it('names no cause, and no judgement of it', () => {
    const said = [
      ...words(10, 18, 18, 18, 18, 18, 18),
      ...Object.values(LIMIT_WORDS),
      ...RULE_SETS.flatMap(({ rules }) => rules.map((rule) => rule.words)),
    ].join(' ');
    expect(said).not.toMatch(/because|cause|improve|wors|better|good|bad/i);
  });
});

describe('how limits are worked out', () => {
  it('is said of every kind of chart', () => {
    const counts = still.map((x) => ({ successes: Math.round(x), n: 20 }));
    const methods = [
      individualsChart(still),
      individualsChart(still, { screened: true }),
      proportionChart(counts),
      proportionChart(counts, { prime: true }),
      proportionChart(counts, { prime: true, screened: true }),
    ].map(({ method }) => method);
    expect(Object.keys(LIMIT_WORDS)).toEqual(methods);
    for (const method of methods) {
      expect(LIMIT_WORDS[method].includes('3.267')).toBe(method.includes('screened'));
    }
    expect(BASELINE_WORDS).toContain('first 12 points');
  });
});
