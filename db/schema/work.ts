/** What teams record every day: employers, contacts, clients, meetings, job entries. */

export interface EmployersTable {
  id: string;
  teamId: string;
  name: string;
  /** The name as matching sees it: lower case, without Ltd, punctuation and "the". */
  nameKey: string;
  postcode: string | null;
  createdAt: string;
}

export type ContactMode = 'in-person' | 'video' | 'telephone' | 'message';
export type ContactWithWhom = 'has-say-in-hiring' | 'no-say-in-hiring' | 'not-known';
export type ContactForWhom =
  'particular-client' | 'clients-in-general' | 'not-for-clients' | 'not-known';

export interface EmployerContactsTable {
  id: string;
  teamId: string;
  specialistId: string;
  employerId: string;
  contactDate: string;
  mode: ContactMode;
  /** 1 where a message was answered; 0 for one that was not; 1 for every conversation. */
  answered: number;
  outcome: string;
  withWhom: ContactWithWhom;
  forWhom: ContactForWhom;
  note: string;
  nextStepDate: string | null;
  createdAt: string;
  createdBy: string | null;
  /** Set by undo; an undone contact counts nowhere. */
  undoneAt: string | null;
  version: number;
}

export interface MeetingReturnsTable {
  id: string;
  teamId: string;
  month: string;
  clientsOnBooks: number;
  meetingsHeld: number;
  clientsWith0: number;
  clientsWith1To4: number;
  clientsWith5To8: number;
  clientsWith9To12: number;
  clientsWith13OrMore: number;
  updatedAt: string;
  updatedBy: string | null;
  version: number;
}

export type YesNoNotKnown = 'yes' | 'no' | 'not-known';

export interface ClientsTable {
  id: string;
  teamId: string;
  /** The team's own pseudonymous key, never a name. */
  reference: string;
  enrolmentDate: string;
  engagementDate: string | null;
  profileDate: string | null;
  substanceGroup: string;
  sex: string;
  ageAtEnrolment: number | null;
  treatmentStatus: string;
  monthsInTreatment: number | null;
  monthsEngaged: number | null;
  deprivationQuintile: number | null;
  inWorkAtEnrolment: YesNoNotKnown;
  /** Whether the client agreed to the linkage with tax records. */
  linkageConsent: YesNoNotKnown;
  closedOn: string | null;
  createdAt: string;
  version: number;
}

/** The factors of the vocational profile that the client's own row does not hold. "not-known" is an answer. */
export interface ClientFactorsTable {
  clientId: string;
  referralSource: string;
  mainSubstance: string;
  treatment: string;
  lastJob: string;
  gpVisit: string;
  aeVisit: string;
  benefit: string;
  ethnicity: string;
  housing: string;
  convicted: string;
  confidence: string;
  qualification: string;
  version: number;
}

export interface ClientMeetingsTable {
  id: string;
  teamId: string;
  clientId: string;
  specialistId: string | null;
  meetingDate: string;
  form: ContactMode;
  createdAt: string;
  createdBy: string | null;
  undoneAt: string | null;
}

export interface JobEntriesTable {
  id: string;
  teamId: string;
  clientId: string;
  employerId: string | null;
  startDate: string;
  endDate: string | null;
  hoursPerWeek: number | null;
  fourHoursDone: YesNoNotKnown;
  jobType: string;
  permanent: YesNoNotKnown;
  evidence: 'none' | 'provider-evidenced';
  evidencedOn: string | null;
  createdAt: string;
  createdBy: string | null;
  version: number;
}
