import { describe, expect, it } from 'vitest';
import { disclosedCount } from '#scoring/disclosure/disclosed-count.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { countFor } from '#scoring/disclosure/figure-for.ts';

describe('disclosedCount', () => {
  it('hides 1 to 7 and rounds the rest to fives, written out by hand from 0 to 30', () => {
    const expected = [
      0,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      10,
      10,
      10,
      10,
      10,
      15,
      15,
      15,
      15,
      15,
      20,
      20,
      20,
      20,
      20,
      25,
      25,
      25,
      25,
      25,
      30,
      30,
      30,
    ];
    expect(expected.map((_, count) => disclosedCount(count, policy).shown)).toEqual(expected);
  });

  it('prints a star for a hidden count and 0 for nobody', () => {
    expect(disclosedCount(7, policy).text).toBe('*');
    expect(disclosedCount(0, policy).text).toBe('0');
    expect(disclosedCount(1234, policy).text).toBe('1235');
  });

  it('follows its settings', () => {
    const strict = { ...policy, smallestShown: 11, base: 10, isZeroShown: false };
    expect([0, 10, 11, 14, 15].map((v) => disclosedCount(v, strict).shown)).toEqual([
      null,
      null,
      10,
      10,
      20,
    ]);
  });

  it('refuses what is no count and settings that make no sense', () => {
    expect(() => disclosedCount(-1, policy)).toThrow(/disclosedCount: count/);
    expect(() => disclosedCount(2.5, policy)).toThrow(RangeError);
    expect(() => disclosedCount(9, { ...policy, base: 0 })).toThrow(/disclosedCount: the settings/);
    expect(() => disclosedCount(9, { ...policy, base: 17 })).toThrow(/base/);
    expect(() => disclosedCount(9, { ...policy, level: 1 })).toThrow(/level/);
  });
});

describe('countFor', () => {
  it('gives the team its own exact count and others the disclosed one', () => {
    expect(countFor('own-team', 3, policy)).toEqual({ shown: 3, text: '3', rounded: false });
    expect(countFor('others', 3, policy).shown).toBeNull();
    expect(countFor('others', 13, policy)).toEqual({ shown: 15, text: '15', rounded: true });
  });
});
