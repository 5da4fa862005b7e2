import type { EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';
import { followUp, type FollowUp } from '#scoring/outcomes/follow-up.ts';

/** A spell on an employer's payroll. */
export function paye(
  employerId: string,
  startDate: string,
  endDate: string | null,
): EmploymentSpell {
  return { employerId, startDate, endDate, source: 'paye' };
}

/** Self-employment without an employer id. */
export function selfEmployed(startDate: string, endDate: string | null): EmploymentSpell {
  return { employerId: null, startDate, endDate, source: 'self-employment' };
}

const everybody = {
  longestMonths: 18,
  minimumMonths: 9,
  firstEnrolment: null,
  lastEnrolment: null,
};

/** Follow-up of 18 months, unless linkage comes first. */
export function followedFrom(enrolmentDate: string, linkageDate = '2024-12-01'): FollowUp {
  return followUp(enrolmentDate, linkageDate, everybody);
}
