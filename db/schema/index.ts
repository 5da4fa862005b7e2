import type * as linkage from './linkage.ts';
import type * as national from './national.ts';
import type * as overTime from './over-time.ts';
import type * as people from './people.ts';
import type * as reviews from './reviews.ts';
import type * as teams from './teams.ts';
import type * as work from './work.ts';

/** Every table by its camelCase name; the file's own names are in snake_case (CamelCasePlugin). */
export interface Database {
  users: people.UsersTable;
  sessions: people.SessionsTable;
  signInCounters: people.SignInCountersTable;
  submissions: people.SubmissionsTable;
  auditRecords: people.AuditRecordsTable;

  hostServices: teams.HostServicesTable;
  sites: teams.SitesTable;
  teams: teams.TeamsTable;
  teamLocalAuthorities: teams.TeamLocalAuthoritiesTable;
  specialists: teams.SpecialistsTable;
  workingPatterns: teams.WorkingPatternsTable;
  specialistLeave: teams.SpecialistLeaveTable;
  bankHolidays: teams.BankHolidaysTable;

  scaleVersions: reviews.ScaleVersionsTable;
  fidelityReviews: reviews.FidelityReviewsTable;
  reviewReviewers: reviews.ReviewReviewersTable;
  itemScores: reviews.ItemScoresTable;
  itemEvidence: reviews.ItemEvidenceTable;
  agreedScores: reviews.AgreedScoresTable;
  integrationSchemes: reviews.IntegrationSchemesTable;
  integrationRatings: reviews.IntegrationRatingsTable;
  integrationCriteria: reviews.IntegrationCriteriaTable;

  employers: work.EmployersTable;
  employerContacts: work.EmployerContactsTable;
  meetingReturns: work.MeetingReturnsTable;
  clients: work.ClientsTable;
  clientFactors: work.ClientFactorsTable;
  clientMeetings: work.ClientMeetingsTable;
  jobEntries: work.JobEntriesTable;
  chartBaselines: overTime.ChartBaselinesTable;

  jobEntryDefinitions: national.JobEntryDefinitionsTable;
  benchmarks: national.BenchmarksTable;
  datedSettings: national.DatedSettingsTable;
  installation: national.InstallationTable;
  meetingNotes: national.MeetingNotesTable;
  linkedRounds: national.LinkedRoundsTable;
  linkedPeople: national.LinkedPeopleTable;
  linkageLayouts: linkage.LinkageLayoutsTable;
  linkageImports: linkage.LinkageImportsTable;
  linkageExtracts: linkage.LinkageExtractsTable;
  evaluationTeams: national.EvaluationTeamsTable;
  evaluationClients: national.EvaluationClientsTable;
}
