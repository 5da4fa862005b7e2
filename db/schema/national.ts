/** Dated definitions and settings, and the two cohorts that are never joined to a team's clients. */

export interface JobEntryDefinitionsTable {
  id: string;
  /** ips-grow, via-evaluation …; several rows of one key follow each other in time. */
  key: string;
  validFrom: string;
  validTo: string | null;
  /** JSON of a JobEntryDefinition (scoring/outcomes). */
  definition: string;
}

export interface BenchmarksTable {
  id: string;
  key: string;
  name: string;
  value: number;
  unit: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  version: number;
}

/** Thresholds that are choices, with the day from which each holds. */
export interface DatedSettingsTable {
  id: string;
  key: string;
  validFrom: string;
  /** JSON. */
  value: string;
  note: string;
}

/** What this file is: demo or not, its seed, its fixed day. */
export interface InstallationTable {
  key: string;
  value: string;
}

export interface MeetingNotesTable {
  id: string;
  heldOn: string;
  text: string;
  createdAt: string;
  createdBy: string | null;
  version: number;
}

export interface LinkedRoundsTable {
  id: string;
  name: string;
  /** ISO day on which the records were linked. */
  linkageDate: string;
  sent: number;
  matched: number;
  state: 'being-written' | 'current' | 'undone';
  /** Sums over everybody, and over those whose follow-up is complete; null where they would be those of a few. */
  followUpDays: number | null;
  completeFollowUpDays: number | null;
  version: number;
}

/** One matched person of a linkage round: random id, groups and outcomes, no calendar dates. */
export interface LinkedPeopleTable {
  id: string;
  roundId: string;
  siteId: string | null;
  followUpMonths: number;
  followUpComplete: number;
  substanceGroup: string | null;
  sex: string | null;
  ageBand: string | null;
  treatmentStatus: string | null;
  timeInTreatment: string | null;
  engagement: string | null;
  deprivationQuintile: number | null;
  worked: number;
  startedJob: number;
  daysToFirstJob: number | null;
  firstJobMonth: number | null;
  daysEmployed: number;
  longestJobDays: number;
  sustained13Weeks: number;
  jobs: number;
  incomeTaxPence: number | null;
  nationalInsurancePence: number | null;
}

export interface EvaluationTeamsTable {
  id: string;
  name: string;
  integrationLevel: 'low' | 'medium' | 'high';
}

/** A client of the evaluation cohort; null in a factor = not known. */
export interface EvaluationClientsTable {
  id: string;
  teamId: string;
  referralSource: string | null;
  mainSubstance: string | null;
  treatment: string | null;
  lastJob: string | null;
  gpVisit: string | null;
  aeVisit: string | null;
  benefit: string | null;
  ethnicity: string | null;
  sex: string | null;
  age: number | null;
  housing: string | null;
  convicted: string | null;
  confidence: string | null;
  qualification: string | null;
  startYear: string | null;
  meetings: number;
  meetingsFirst60Days: number;
  jobStart: number;
  daysToJob: number | null;
  daysFollowed: number;
  /** 1 where the provider has evidence that a job was held for 13 weeks; null without a job start, or not known. */
  sustained13Weeks: number | null;
  /** Of the job started; null without one, or not known. */
  hoursPerWeek: number | null;
}
