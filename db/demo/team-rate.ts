import { halfYearBounds } from '#scoring/calendar/half-year.ts';
import { getJobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import { jobEntryRate } from '#scoring/outcomes/job-entry-rate.ts';

import type { YesNoNotKnown } from '../schema/work.ts';
import type { ClientRows } from './client-rows.ts';
import { DEFAULT_PERIOD } from './demo-constants.ts';
import type { TeamRate } from './fidelity-weight.ts';

const yesOrNo = (answer: YesNoNotKnown): boolean | null =>
  answer === 'not-known' ? null : answer === 'yes';

/** The team's ips-grow rate in the default period, computed by the product's own function from the rows as written. */
export function teamRate(teamIndex: number, rows: readonly ClientRows[]): TeamRate {
  const { from, to } = halfYearBounds(DEFAULT_PERIOD);
  const clients = rows.map(({ client, jobEntries }) => ({
    enrolmentDate: client.enrolmentDate,
    engagementDate: client.engagementDate,
    inWorkAtEnrolment: client.inWorkAtEnrolment,
    jobEntries: jobEntries.map(({ fourHoursDone, ...job }) => ({
      ...job,
      fourHoursDone: yesOrNo(fourHoursDone),
    })),
  }));
  const rate = jobEntryRate(getJobEntryDefinition('ips-grow'), clients, {
    from,
    to,
    countDate: to,
  });
  return { teamIndex, clients: rate.denominator, jobEntries: rate.numerator };
}
