import type { EvidencedOutcome } from '#scoring/outcomes/release/released-evidence.ts';

export const evidencedNames: Readonly<Record<EvidencedOutcome, string>> = {
  starts: 'Started a job',
  'sustained-13-weeks': 'Held it for 13 weeks',
};

export const evidenceBases: Readonly<Record<EvidencedOutcome, string>> = {
  starts: 'All clients of the evaluation cohort',
  'sustained-13-weeks': 'Clients with an evidenced start',
};

export const evidenceCaution =
  'The gap is an assumption, not a count. The evaluation cohort and the linked cohort are different people, followed for different times: their figures stand beside each other and are not compared. Shares of a few hundred people from rounded counts can be a point or two from the exact ones.';

export const hoursPopulations = {
  evaluation: 'Evaluation cohort',
  teams: 'Team records, all job entries to date',
} as const;
