import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import type { FollowedClient } from '#scoring/outcomes/cohort/linked-cohort.ts';

/** A row of clients.csv with nothing wrong and nothing blank. */
export function clientRecord(changes: Partial<ClientRecord> = {}): ClientRecord {
  return {
    clientId: 'c1',
    team: 'Leeds',
    enrolmentDate: '2022-01-01',
    sex: 'female',
    ageAtEnrolment: 40,
    substanceGroup: 'Alcohol only',
    treatmentStatus: 'in treatment',
    monthsInTreatment: 4,
    ipsEngagementMonths: 5,
    deprivationQuintile: 1,
    ...changes,
  };
}

/** A client of the cohort who did not work. */
export function cohortClient(changes: Partial<FollowedClient> = {}): FollowedClient {
  return {
    substanceGroup: 'Alcohol only',
    sex: 'female',
    ageBand: '30 to 49',
    treatmentStatus: 'in treatment',
    timeInTreatment: 'Up to 6 months',
    engagement: 'More than 2 months',
    deprivationQuintile: 1,
    site: 'Leeds',
    followUpDays: 546,
    followUpMonths: 18,
    isFollowUpComplete: true,
    worked: false,
    startedJob: false,
    daysToFirstJob: null,
    firstJobMonth: null,
    daysEmployed: 0,
    longestJobDays: 0,
    sustained13Weeks: false,
    jobs: 0,
    incomeTaxPence: 0,
    nationalInsurancePence: 0,
    ...changes,
  };
}

/** One who worked for some days in one job, begun in follow-up. */
export function worker(days: number, changes: Partial<FollowedClient> = {}): FollowedClient {
  return cohortClient({
    worked: true,
    startedJob: true,
    daysToFirstJob: 10,
    firstJobMonth: 1,
    daysEmployed: days,
    longestJobDays: days,
    sustained13Weeks: days >= 91,
    jobs: 1,
    ...changes,
  });
}
