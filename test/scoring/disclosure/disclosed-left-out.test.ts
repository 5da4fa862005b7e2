import { describe, expect, it } from 'vitest';

import { roundedCount } from '#scoring/disclosure/disclosed-count.ts';
import { disclosedLeftOut } from '#scoring/disclosure/disclosed-left-out.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';

describe('disclosedLeftOut', () => {
  it('says nobody, nothing under ten, then rounds', () => {
    const shown = [0, 1, 9, 10, 12, 13].map((count) => disclosedLeftOut(count, policy));
    expect(shown).toEqual([0, null, null, 10, 10, 15]);
  });

  it('leaves three numbers or more, where it is not said, beside two rounded wholes', () => {
    const behind = new Map<string, Set<number>>();
    for (let whole = 20; whole < 60; whole += 1) {
      for (let part = 10; part <= whole; part += 1) {
        const leftOut = whole - part;
        const seen = [roundedCount(whole, policy), roundedCount(part, policy)];
        const key = [...seen, disclosedLeftOut(leftOut, policy)].join();
        behind.set(key, (behind.get(key) ?? new Set()).add(leftOut));
      }
    }
    const notSaid = [...behind].filter(([key]) => key.endsWith(','));
    // Wholes at the edges of what was tried have fewer numbers behind them.
    const inReach = notSaid.filter(([key]) => {
      const [whole, part] = key.split(',').map(Number);
      return whole! >= 25 && whole! <= 55 && part! >= 15;
    });
    expect(inReach.length).toBeGreaterThan(10);
    expect(inReach.filter(([, left]) => left.size < 3)).toEqual([]);
  });

  it('refuses what is no count', () => {
    expect(() => disclosedLeftOut(-1, policy)).toThrow(RangeError);
  });
});
