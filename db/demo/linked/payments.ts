import { dayNumber } from '#scoring/calendar/day-number.ts';
import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';
import type { EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';

import { between, isDrawn, type SeededRandom } from '../draw.ts';
import { isoDay } from './day-names.ts';
import type { HeldJob } from './jobs.ts';
import type { PayTarget } from './pay.ts';
import { wholeNumbers } from './raking.ts';
import type { PersonTime } from './spells.ts';

const nothing: PayTarget = { incomeTax: 0, employeeNi: 0, employerNi: 0 };

/** Wages are paid on the 28th, from well before the first enrolment to the linkage. */
const payDays = Array.from({ length: 12 * 7 }, (_, month) =>
  dayNumber(addCalendarMonths('2018-01-28', month)),
);

const payDaysBetween = (from: number, to: number) =>
  payDays.filter((day) => day >= from && day < to);

/** Pay days in follow-up after work in the four weeks before; without one, the last day worked. */
function payDaysOf(held: readonly HeldJob[], { enrolment, followUpDays }: PersonTime): number[] {
  const days = payDaysBetween(enrolment, enrolment + followUpDays).filter((day) =>
    held.some(({ first, last }) => enrolment + first <= day && enrolment + last > day - 28),
  );
  return days.length > 0 ? days : [enrolment + Math.max(...held.map(({ last }) => last))];
}

/** A sum in pence dealt out by weight, to the penny. */
function dealt(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = wholeNumbers(weights.map((weight) => (total * weight) / sum));
  const rest = total - parts.reduce((all, part) => all + part, 0);
  return parts.map((part, place) => (place === 0 ? part + rest : part));
}

const payment = (day: number, { incomeTax, employeeNi, employerNi }: PayTarget): Contribution => ({
  paymentDate: isoDay(day),
  incomeTax: incomeTax / 100,
  employeeNi: employeeNi / 100,
  employerNi: employerNi / 100,
});

/** The payments of follow-up: they come to the target, now and then with a repayment of tax among them. */
function paymentsInFollowUp(random: SeededRandom, target: PayTarget, days: readonly number[]) {
  const weights = days.map(() => 0.7 + 0.6 * random.uniform());
  const incomeTax = dealt(target.incomeTax, weights);
  const employeeNi = dealt(target.employeeNi, weights);
  const employerNi = dealt(target.employerNi, weights);
  const [first, second] = incomeTax;
  if (first !== undefined && second !== undefined && isDrawn(random, 0.04)) {
    const repaid = Math.round(first * random.uniform());
    incomeTax[0] = first + second + repaid;
    incomeTax[1] = -repaid;
  }
  return days.map((day, place) =>
    payment(day, {
      incomeTax: incomeTax[place] ?? 0,
      employeeNi: employeeNi[place] ?? 0,
      employerNi: employerNi[place] ?? 0,
    }),
  );
}

/** Payments shortly before enrolment and after follow-up, which no outcome may count. */
function paymentsOutside(
  random: SeededRandom,
  spells: readonly EmploymentSpell[],
  { enrolment, followUpDays, linkage }: PersonTime,
): Contribution[] {
  const end = enrolment + followUpDays;
  const days = [
    ...payDaysBetween(enrolment - 120, enrolment),
    ...payDaysBetween(end, Math.min(end + 90, linkage)),
  ];
  return days
    .filter((day) =>
      spells.some(
        ({ startDate, endDate }) =>
          startDate <= isoDay(day) && (endDate === null || endDate >= isoDay(day)),
      ),
    )
    .map((day) =>
      payment(day, {
        incomeTax: between(random, 0, 15_000),
        employeeNi: between(random, 0, 9_000),
        employerNi: between(random, 100, 12_000),
      }),
    );
}

const isPaid = ({ incomeTax, employeeNi, employerNi }: Contribution) =>
  incomeTax !== 0 || employeeNi !== 0 || employerNi !== 0;

/** All payments of a person: months below every threshold leave no row. */
export function contributionsOf(
  random: SeededRandom,
  held: readonly HeldJob[],
  { target = nothing, spells, time }: Paid,
): Contribution[] {
  const inside = held.length === 0 ? [] : paymentsInFollowUp(random, target, payDaysOf(held, time));
  return [...inside, ...paymentsOutside(random, spells, time)].filter(isPaid);
}

interface Paid {
  target: PayTarget | undefined;
  spells: readonly EmploymentSpell[];
  time: PersonTime;
}
