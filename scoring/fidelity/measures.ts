/** Every number that a team's own records give for an item; item 17's comes from employer contacts. */
export { activeClientsOn, caseloadSize } from './measure-caseload.ts';
export type { CaseloadClient, MonthEndCaseload } from './measure-caseload.ts';
export { communityContactShare, communityShare } from './measure-community.ts';
export type { CommunityShare, ScheduledHours } from './measure-community.ts';
export { integrationShare } from './measure-integration.ts';
export type { CaseloadByTreatmentTeam } from './measure-integration.ts';
export { daysToFirstEmployerContact, preferenceShare } from './measure-job-search.ts';
export type { ClientFirstContact, JobSearchContact } from './measure-job-search.ts';
export { competitiveShare, jobStartDiversity } from './measure-jobs.ts';
export type { CurrentJob, JobStart } from './measure-jobs.ts';
export type { Measured, Measurement, NotMeasured } from './measure-result.ts';
