import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '#scoring/calendar/iso-day.ts';
import { clientOutcomes } from '#scoring/outcomes/spells/client-outcomes.ts';
import type { EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';

import { followedFrom } from './spells.ts';

/** Days counted from a month before enrolment to two months after the longest follow-up. */
const enrolment = '2022-08-31';
const firstDay = -40;
const lastDay = 620;

interface DaySpell {
  employer: string | null;
  from: number;
  to: number | null;
}

const daySpell: fc.Arbitrary<DaySpell> = fc
  .record({
    employer: fc.constantFrom('a', 'b', 'c', null),
    from: fc.integer({ min: firstDay, max: lastDay }),
    length: fc.option(fc.integer({ min: 1, max: 200 }), { freq: 8 }),
  })
  .map(({ employer, from, length }) => ({
    employer,
    from,
    to: length === null ? null : from + length - 1,
  }));
const daySpells = fc.array(daySpell, { maxLength: 8 });
/** Linkage from before nine months to after eighteen. */
const followed = fc
  .integer({ min: 200, max: 700 })
  .map((days) => followedFrom(enrolment, addDays(enrolment, days)));

function written({ employer, from, to }: DaySpell): EmploymentSpell {
  return {
    employerId: employer,
    startDate: addDays(enrolment, from),
    endDate: to === null ? null : addDays(enrolment, to),
    source: employer === null ? 'self-employment' : 'paye',
  };
}

const outcomesOf = (time: ReturnType<typeof followedFrom>, spells: readonly DaySpell[]) =>
  clientOutcomes(time, spells.map(written), null);

/** The definitions once more, day by day: which employers each day belongs to. */
function dayByDay(days: number, spells: readonly DaySpell[]) {
  const jobs: { first: number; length: number }[] = [];
  const employed = new Set<number>();
  for (const employer of ['a', 'b', 'c', null]) {
    const own = spells.filter((spell) => spell.employer === employer);
    let job: { first: number; length: number } | undefined;
    for (let day = firstDay; day < days; day += 1) {
      const works = own.some(({ from, to }) => from <= day && (to === null || day <= to));
      if (!works) {
        job = undefined;
        continue;
      }
      job ??= { first: day, length: 0 };
      if (day < 0) continue;
      if (job.length === 0) jobs.push(job);
      job.length += 1;
      employed.add(day);
    }
  }
  const starts = jobs.map(({ first }) => first).filter((first) => first >= 0);
  return {
    worked: jobs.length > 0,
    startedJob: starts.length > 0,
    daysToFirstJob: starts.length > 0 ? Math.min(...starts) : null,
    daysEmployed: employed.size,
    longestJobDays: Math.max(0, ...jobs.map(({ length }) => length)),
    sustained13Weeks: jobs.some(({ length }) => length >= 91),
    jobs: jobs.length,
  };
}

describe('clientOutcomes, over random spells', () => {
  it('are those of marking every single day', () => {
    fc.assert(
      fc.property(followed, daySpells, (time, spells) => {
        expect(outcomesOf(time, spells)).toMatchObject(dayByDay(time.days, spells));
      }),
      { numRuns: 400 },
    );
  });

  it('do not mind the order of spells', () => {
    fc.assert(
      fc.property(
        followed,
        daySpells,
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        (time, spells, keys) => {
          const shuffled = spells
            .map((spell, place) => ({ spell, key: keys[place] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ spell }) => spell);
          expect(outcomesOf(time, shuffled)).toEqual(outcomesOf(time, spells));
        },
      ),
    );
  });

  it('do not change when a spell is written as touching or overlapping parts, or twice', () => {
    fc.assert(
      fc.property(
        followed,
        daySpells,
        daySpell,
        fc.nat(),
        fc.nat(5),
        (time, others, spell, at, overlap) => {
          const end = spell.to;
          fc.pre(end !== null && end > spell.from);
          const cut = spell.from + (at % (end - spell.from));
          const parts = [
            { ...spell, to: Math.min(end, cut + overlap) },
            { ...spell, from: cut + 1 },
          ];
          const whole = outcomesOf(time, [...others, spell]);
          expect(outcomesOf(time, [...others, ...parts])).toEqual(whole);
          expect(outcomesOf(time, [...others, spell, spell])).toEqual(whole);
        },
      ),
    );
  });

  it('have days employed between the longest job and the sum of all, and within follow-up', () => {
    fc.assert(
      fc.property(followed, daySpells, (time, spells) => {
        const all = outcomesOf(time, spells);
        expect(all.daysEmployed).toBeGreaterThanOrEqual(all.longestJobDays);
        expect(all.daysEmployed).toBeLessThanOrEqual(
          Math.min(time.days, all.jobs * all.longestJobDays),
        );
        expect(all.worked).toBe(all.daysEmployed > 0);
        expect(all.worked || !all.startedJob).toBe(true);
      }),
    );
  });

  it('do not see what lies outside follow-up, and lose nothing when a spell is cut to it', () => {
    fc.assert(
      fc.property(followed, daySpells, (time, spells) => {
        const inside = spells
          .filter(({ from, to }) => from < time.days && (to === null || to >= 0))
          .map((spell) => ({ ...spell, to: Math.min(spell.to ?? time.days - 1, time.days - 1) }));
        expect(outcomesOf(time, inside)).toEqual(outcomesOf(time, spells));
      }),
    );
  });

  it('only grow when follow-up grows', () => {
    fc.assert(
      fc.property(daySpells, fc.integer({ min: 300, max: 540 }), (spells, days) => {
        const short = outcomesOf(followedFrom(enrolment, addDays(enrolment, days)), spells);
        const long = outcomesOf(followedFrom(enrolment, addDays(enrolment, days + 5)), spells);
        expect(long.daysEmployed).toBeGreaterThanOrEqual(short.daysEmployed);
        expect(long.jobs).toBeGreaterThanOrEqual(short.jobs);
        expect(short.daysToFirstJob ?? long.daysToFirstJob).toBe(long.daysToFirstJob);
      }),
    );
  });
});
