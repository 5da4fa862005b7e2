import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclosedProportion } from '#scoring/disclosure/disclosed-proportion.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { figureFor } from '#scoring/disclosure/figure-for.ts';
import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';

const counts = fc.nat({ max: 400 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n)));

describe('disclosedProportion', () => {
  it('rounds numerator and denominator, and takes value and interval from them', () => {
    const figure = disclosedProportion(13, 42, policy);
    expect(figure).toMatchObject({
      status: 'shown',
      numerator: 15,
      denominator: 40,
      rounded: true,
    });
    expect(figure.value).toBe(15 / 40);
    expect(figure).toMatchObject(wilsonInterval(15, 40));
  });

  it.each([
    [7, 50],
    [1, 8],
    [43, 50],
    [49, 50],
    [0, 7],
    [7, 7],
    [7, 14],
  ])('hides %i of %i', (x, n) => {
    expect(disclosedProportion(x, n, policy)).toMatchObject({ status: 'hidden', value: null });
  });

  it.each([
    [8, 16],
    [0, 8],
    [8, 8],
    [42, 50],
  ])('shows %i of %i', (x, n) => {
    expect(disclosedProportion(x, n, policy).status).toBe('shown');
  });

  it('has no rate for nobody, and hides even that where zeros are hidden', () => {
    expect(disclosedProportion(0, 0, policy)).toMatchObject({ status: 'none', value: null });
    const noZero = { ...policy, isZeroShown: false };
    expect(disclosedProportion(0, 0, noZero).status).toBe('hidden');
    expect(disclosedProportion(0, 90, noZero).status).toBe('hidden');
    expect(disclosedProportion(90, 90, noZero).status).toBe('hidden');
  });

  it('shows the whole percent of exact figures for linked groups of 100 and more', () => {
    const figure = disclosedProportion(37, 101, policy, { linkedCohort: true });
    expect(figure).toMatchObject({ value: 0.37, numerator: 35, denominator: 100 });
    expect(figure).toMatchObject({ valueFrom: 'whole-percent', rounded: true });
    expect(disclosedProportion(38, 100, policy, { linkedCohort: true }).value).toBe(0.38);
    expect(disclosedProportion(37, 99, policy, { linkedCohort: true }).value).toBe(35 / 100);
    expect(disclosedProportion(37, 101, policy).value).toBe(35 / 100);
    expect(disclosedProportion(7, 400, policy, { linkedCohort: true }).status).toBe('hidden');
    expect(disclosedProportion(25, 200, policy, { linkedCohort: true }).value).toBe(0.13);
  });

  it('never lets a rounded numerator exceed the rounded denominator', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const figure = disclosedProportion(x, n, policy);
        if (figure.status !== 'shown') return;
        expect(figure.numerator).toBeLessThanOrEqual(figure.denominator);
        expect(figure.lower).toBeLessThanOrEqual(figure.value);
        expect(figure.upper).toBeGreaterThanOrEqual(figure.value);
      }),
    );
  });

  it('gives the same figure for every pair that rounds to the same counts', () => {
    expect(disclosedProportion(18, 48, policy)).toEqual(disclosedProportion(22, 52, policy));
  });

  it('refuses impossible counts', () => {
    expect(() => disclosedProportion(5, 4, policy)).toThrow(/must not exceed/);
    expect(() => disclosedProportion(-1, 4, policy)).toThrow(RangeError);
  });
});

describe('figureFor', () => {
  it('gives the team its exact figures', () => {
    expect(figureFor('own-team', 3, 7, policy)).toEqual({
      status: 'shown',
      numerator: 3,
      denominator: 7,
      value: 3 / 7,
      ...wilsonInterval(3, 7),
      rounded: false,
      valueFrom: 'exact-counts',
    });
    expect(figureFor('own-team', 0, 0, policy).status).toBe('none');
  });

  it('has one shape for every viewer and every count', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const shape = (viewer: 'own-team' | 'others') =>
          Object.keys(figureFor(viewer, x, n, policy))
            .filter((key) => key !== 'reason')
            .sort();
        expect(shape('others')).toEqual(shape('own-team'));
      }),
    );
  });

  it('refuses impossible counts from the team too', () => {
    expect(() => figureFor('own-team', 5, 4, policy)).toThrow(/figureFor/);
  });
});
