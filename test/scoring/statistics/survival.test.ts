import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { coxRegression } from '#scoring/statistics/survival/cox-regression.ts';
import {
  hazardChangePoint,
  monthlyHazard,
} from '#scoring/statistics/survival/hazard-change-point.ts';
import { kaplanMeier, survivalAt } from '#scoring/statistics/survival/kaplan-meier.ts';
import { logRank } from '#scoring/statistics/survival/log-rank.ts';
import type { SurvivalTimes } from '#scoring/statistics/survival/survival-times.ts';

import { only } from './reference-group.ts';
import { tiedPeople } from './survival-checks.ts';

const person = fc.record({ time: fc.integer({ min: 0, max: 15 }), event: fc.boolean() });
const people = fc.array(person, { minLength: 1, maxLength: 40 });

function timesOf(list: readonly { time: number; event: boolean }[]): SurvivalTimes {
  return { times: list.map(({ time }) => time), events: list.map(({ event }) => event) };
}

describe('kaplanMeier', () => {
  it('falls, stays within its limits, and does not mind the order', () => {
    fc.assert(
      fc.property(people, (list) => {
        const curve = only(kaplanMeier(timesOf(list)), 'computed');
        expect(kaplanMeier(timesOf([...list].reverse()))).toEqual(curve);
        let last = 1;
        for (const { survival, lower, upper, atRisk, events, censored } of curve.steps) {
          expect(survival).toBeLessThanOrEqual(last);
          expect(events + censored).toBeLessThanOrEqual(atRisk);
          expect(lower ?? 0).toBeLessThanOrEqual(survival + 1e-12);
          expect(upper ?? 1).toBeGreaterThanOrEqual(survival - 1e-12);
          last = survival;
        }
        expect(curve.events + curve.censored).toBe(list.length);
      }),
    );
  });

  it('is the plain share still without the event when nobody is censored', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 15 }), (list, time) => {
        const curve = only(
          kaplanMeier(timesOf(list.map((one) => ({ ...one, event: true })))),
          'computed',
        );
        const still = list.filter((one) => one.time > time).length / list.length;
        const found = survivalAt(curve, time);
        expect(found?.survival ?? 0).toBeCloseTo(still, 12);
      }),
    );
  });

  it('says nothing beyond the longest time, and 1 before the first', () => {
    const curve = only(kaplanMeier({ times: [3, 5], events: [true, false] }), 'computed');
    expect(survivalAt(curve, 6)).toBeUndefined();
    expect(survivalAt(curve, 2)).toMatchObject({ survival: 1, atRisk: 2, lower: 1, upper: 1 });
    expect(survivalAt(curve, 4)).toMatchObject({ survival: 0.5, atRisk: 1 });
  });

  it('has no median where the curve stays above a half, and no interval at 0', () => {
    const high = only(kaplanMeier({ times: [1, 2, 3], events: [true, false, false] }), 'computed');
    expect(high.median.time).toBeUndefined();
    const all = only(kaplanMeier({ times: [1, 2], events: [true, true] }), 'computed');
    expect(all.steps[1]).toMatchObject({ survival: 0, lower: undefined, upper: undefined });
  });

  it('has no answer for nobody, and refuses impossible times', () => {
    expect(kaplanMeier({ times: [], events: [] })).toMatchObject({ status: 'too-few', n: 0 });
    expect(() => kaplanMeier({ times: [-1], events: [true] })).toThrow(
      new RangeError('kaplanMeier: times must be finite and 0 or more'),
    );
    expect(() => kaplanMeier({ times: [1], events: [] })).toThrow(
      new RangeError('kaplanMeier: times and events must have the same length'),
    );
  });
});

describe('logRank', () => {
  it('does not mind the order of groups, and expects as many events as there are', () => {
    fc.assert(
      fc.property(people, people, people, (a, b, c) => {
        const there = logRank([a, b, c].map(timesOf));
        const back = logRank([c, a, b].map(timesOf));
        expect(back.status).toBe(there.status);
        if (there.status !== 'computed' || back.status !== 'computed') return;
        expect(back.chiSquared).toBeCloseTo(there.chiSquared, 8);
        const expected = there.groups.reduce((total, group) => total + group.expected, 0);
        expect(expected).toBeCloseTo(there.events, 9);
      }),
    );
  });

  it('finds nothing between a group and itself', () => {
    const { data } = tiedPeople();
    const test = only(logRank([data, data]), 'computed');
    expect(test.chiSquared).toBeCloseTo(0, 20);
    expect(test.p).toBeCloseTo(1, 8);
  });

  it('leaves out a group that was never at risk at an event', () => {
    const early = { times: [1, 1], events: [false, false] };
    const { groups } = tiedPeople();
    const late = groups.map(({ times, events }) => ({ times: times.map((t) => t + 1), events }));
    const without = only(logRank(late), 'computed');
    const withEarly = only(logRank([early, ...late]), 'computed');
    expect(withEarly.df).toBe(3);
    expect(withEarly.chiSquared).toBeCloseTo(without.chiSquared, 10);
  });

  it('has no answer for one group, without events, or where groups were not at risk together', () => {
    const a = { times: [1, 2], events: [true, true] };
    const b = { times: [3, 4], events: [false, false] };
    expect(logRank([a])).toMatchObject({ status: 'too-few' });
    expect(logRank([b, b])).toMatchObject({ status: 'too-few', n: 4 });
    expect(
      logRank([
        { times: [1], events: [true] },
        { times: [], events: [] },
      ]).status,
    ).toBe('too-few');
    expect(logRank([]).status).toBe('too-few');
  });
});

describe('coxRegression', () => {
  const { data, terms } = tiedPeople();
  const plain = only(coxRegression(data, terms), 'fitted');

  it('does not mind the order of people, nor units, nor which category is left out', () => {
    const order = data.times.map((_, i) => i).sort((i, j) => ((i * 73) % 200) - ((j * 73) % 200));
    const shuffled = only(
      coxRegression(
        { times: order.map((i) => data.times[i]!), events: order.map((i) => data.events[i]!) },
        terms.map(({ name, values }) => ({
          name,
          values: order.map((i) => (name === 'age' ? 1000 * values[i]! : values[i]!)),
        })),
      ),
      'fitted',
    );
    expect(shuffled.logLikelihood).toBeCloseTo(plain.logLikelihood, 9);
    expect(shuffled.coefficients[0]!.estimate * 1000).toBeCloseTo(
      plain.coefficients[0]!.estimate,
      10,
    );
    const [age, meetings, b, c, d] = terms;
    const a = {
      name: 'ga',
      values: b!.values.map((v, i) => 1 - v - c!.values[i]! - d!.values[i]!),
    };
    const other = only(coxRegression(data, [age!, meetings!, a, c!, d!]), 'fitted');
    expect(other.logLikelihood).toBeCloseTo(plain.logLikelihood, 9);
    expect(other.coefficients[2]!.estimate).toBeCloseTo(-plain.coefficients[2]!.estimate, 9);
  });

  it('names columns that do not vary or repeat others', () => {
    const age = terms[0]!;
    const fit = only(
      coxRegression(data, [
        ...terms,
        { name: 'one', values: data.times.map(() => 3) },
        { name: 'months', values: age.values.map((value) => 12 * value + 1) },
      ]),
      'fitted',
    );
    expect(fit.aliased).toEqual(['one', 'months']);
    expect(fit.logLikelihood).toBeCloseTo(plain.logLikelihood, 9);
  });

  it('names a column whose hazard ratio has no end', () => {
    const never = data.events.map((event) => (event ? 0 : 1));
    const result = coxRegression(data, [...terms, { name: 'never', values: never }]);
    expect(result).toMatchObject({ status: 'separated', columns: ['never'] });
  });

  it('names a column that the data say nothing about', () => {
    const early: SurvivalTimes = {
      times: [...data.times, 0.5],
      events: [...data.events, false],
    };
    const only201 = early.times.map((_, i) => (i === 200 ? 1 : 0));
    const result = coxRegression(early, [{ name: 'last', values: only201 }]);
    expect(result).toMatchObject({ status: 'no-information', columns: ['last'] });
  });

  it('has no answer without events or without a column that varies', () => {
    const quiet = { times: data.times, events: data.events.map(() => false) };
    expect(coxRegression(quiet, terms)).toMatchObject({ status: 'too-few', events: 0 });
    expect(coxRegression(data, [])).toMatchObject({ status: 'too-few', n: 200 });
  });

  it('warns of few events, and refuses what cannot be', () => {
    const few = { times: data.times.slice(0, 30), events: data.events.slice(0, 30) };
    const cut = terms.map(({ name, values }) => ({ name, values: values.slice(0, 30) }));
    const fit = only(coxRegression(few, cut), 'fitted');
    expect(fit.warnings).toContain('fewer than ten events for each coefficient');
    expect(() => coxRegression(data, [{ name: 'x', values: [1] }])).toThrow(
      new RangeError('coxRegression: x and times must have the same length'),
    );
  });
});

describe('hazardChangePoint', () => {
  it('finds a change put there', () => {
    const atRisk = new Array<number>(18).fill(10_000);
    const events = atRisk.map((_, i) => (i < 7 ? 500 : 200));
    expect(hazardChangePoint({ events, atRisk })).toMatchObject({
      month: 7,
      lower: 7,
      upper: 7,
      before: 0.05,
      after: 0.02,
    });
  });

  it('contains its month, whatever the counts', () => {
    const months = fc.array(
      fc
        .integer({ min: 1, max: 500 })
        .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      { minLength: 3, maxLength: 20 },
    );
    fc.assert(
      fc.property(months, (list) => {
        const result = hazardChangePoint({
          events: list.map(([x]) => x),
          atRisk: list.map(([, n]) => n),
        });
        if (result.status !== 'computed') return;
        expect(result.lower).toBeLessThanOrEqual(result.month);
        expect(result.upper).toBeGreaterThanOrEqual(result.month);
        expect(result.month).toBeGreaterThanOrEqual(2);
        expect(result.month).toBeLessThan(list.length);
      }),
    );
  });

  it('has no answer for too few months, nobody or everybody', () => {
    expect(hazardChangePoint({ events: [1, 2], atRisk: [9, 8] }).status).toBe('too-few');
    expect(hazardChangePoint({ events: [0, 0, 0], atRisk: [9, 9, 9] })).toMatchObject({
      status: 'constant',
      reason: 'nobody has the event',
    });
    expect(hazardChangePoint({ events: [9, 0, 0], atRisk: [9, 0, 0] }).status).toBe('too-few');
    expect(() => hazardChangePoint({ events: [3, 1, 1], atRisk: [2, 2, 2] })).toThrow(
      new RangeError('hazardChangePoint: events must be a whole number from 0 to atRisk'),
    );
  });
});

describe('monthlyHazard', () => {
  it('counts people at risk until the month in which they start or are last followed', () => {
    const clients = [
      { month: 1, event: true },
      { month: 2, event: false },
      { month: 3, event: true },
      { month: 9, event: true },
    ];
    expect(monthlyHazard(clients, 4)).toEqual({ events: [1, 0, 1, 0], atRisk: [4, 3, 2, 1] });
    expect(monthlyHazard([], 2)).toEqual({ events: [0, 0], atRisk: [0, 0] });
  });

  it('refuses a month before the first', () => {
    expect(() => monthlyHazard([{ month: 0, event: true }], 3)).toThrow(
      new RangeError('monthlyHazard: every month must be a whole number of at least 1'),
    );
  });
});
