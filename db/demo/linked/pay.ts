import { isDrawn, type SeededRandom } from '../draw.ts';
import type { WorkTarget } from './lengths.ts';
import type { LinkedPerson } from './people.ts';
import { rakedInProportion, wholeNumbers } from './raking.ts';
import { payGroups } from './work-groups.ts';

/** What a person and the employers shall pay in follow-up, in pence. */
export interface PayTarget {
  incomeTax: number;
  employeeNi: number;
  employerNi: number;
}

/** Thresholds and rates near those of the years of the report: they only shape who pays how much. */
const TAX_FREE = 12_570;
const EMPLOYER_FREE = 9_100;
const PENCE_A_POUND = 100;

/** Pounds a year: a third work part-time below the tax threshold, the others above, few of them far. */
function yearlyWage(random: SeededRandom): number {
  if (isDrawn(random, 0.35)) return 5_000 + 7_000 * random.uniform();
  return 11_500 + 13_000 * random.uniform() + 2_500 * random.normal() ** 2;
}

/** Payments of a year's part; some pay tax on everything until their tax code is put right. */
function usualPay(random: SeededRandom, { longestJobDays, furtherDays }: WorkTarget): PayTarget {
  const years = (longestJobDays + furtherDays) / 365;
  const wage = yearlyWage(random);
  const taxed = isDrawn(random, 0.12) ? wage : Math.max(0, wage - TAX_FREE);
  return {
    incomeTax: 0.2 * taxed * years * PENCE_A_POUND,
    employeeNi: 0.11 * Math.max(0, wage - TAX_FREE) * years * PENCE_A_POUND,
    employerNi: 0.138 * Math.max(0, wage - EMPLOYER_FREE) * years * PENCE_A_POUND,
  };
}

/** Payments of everybody who worked, such that every group's means come out as planned. */
export function payTargets(
  random: SeededRandom,
  workers: readonly LinkedPerson[],
  targets: readonly WorkTarget[],
): PayTarget[] {
  const usual = targets.map((target) => usualPay(random, target));
  const groups = payGroups(workers);
  const incomeTax = wholeNumbers(
    rakedInProportion(
      usual.map((pay) => pay.incomeTax),
      groups.map(({ members, planned }) => ({
        members,
        sum: planned.incomeTax * PENCE_A_POUND,
      })),
    ),
  );
  const insurance = wholeNumbers(
    rakedInProportion(
      usual.map(({ employeeNi, employerNi }) => employeeNi + employerNi),
      groups.map(({ members, planned }) => ({
        members,
        sum: planned.nationalInsurance * PENCE_A_POUND,
      })),
    ),
  );
  return usual.map(({ employeeNi, employerNi }, place) => {
    const together = insurance[place] ?? 0;
    const own = Math.round((together * employeeNi) / Math.max(1, employeeNi + employerNi));
    return { incomeTax: incomeTax[place] ?? 0, employeeNi: own, employerNi: together - own };
  });
}
