import { describe, expect, it } from 'vitest';
import { disclosedMean } from '#scoring/disclosure/disclosed-mean.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';

const average = (n: number) => ({ n, value: 137.2, lower: 120, upper: 154.4 });

describe('disclosedMean', () => {
  it('is shown to others from 8 people, with a rounded n', () => {
    expect(disclosedMean('others', average(7), policy)).toMatchObject({
      status: 'hidden',
      value: null,
    });
    expect(disclosedMean('others', average(8), policy)).toEqual({
      status: 'shown',
      ...average(10),
      rounded: true,
    });
  });

  it('is always shown to the team itself, with its exact n', () => {
    expect(disclosedMean('own-team', average(2), policy)).toMatchObject({ n: 2, rounded: false });
    expect(
      disclosedMean('own-team', { ...average(1), lower: null, upper: null }, policy),
    ).toMatchObject({
      status: 'shown',
      lower: null,
    });
  });

  it('has nothing to show over nobody', () => {
    expect(disclosedMean('others', null, policy).status).toBe('none');
    expect(disclosedMean('others', null, { ...policy, isZeroShown: false }).status).toBe('hidden');
  });

  it('refuses an average over nobody or without a value', () => {
    expect(() => disclosedMean('others', average(0), policy)).toThrow(RangeError);
    expect(() => disclosedMean('own-team', { ...average(9), value: Number.NaN }, policy)).toThrow(
      RangeError,
    );
  });
});
