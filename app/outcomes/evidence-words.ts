import type {
  EvidencedOutcome,
  ReleasedEvidence,
} from '#scoring/outcomes/release/released-evidence.ts';
import { listWords, withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';

export const evidencedNames: Readonly<Record<EvidencedOutcome, string>> = {
  starts: 'Started a job',
  'sustained-13-weeks': 'Held it for 13 weeks',
};

export const evidenceBases: Readonly<Record<EvidencedOutcome, string>> = {
  starts: 'All clients of the evaluation cohort',
  'sustained-13-weeks': 'Clients with an evidenced start',
};

export const evidenceCaution =
  'The gap is an assumption, not a count. The evaluation cohort and the linked cohort are different people, followed for different times: their figures stand beside each other and are not compared.';

/** One place after the point, as the evaluation's own arithmetic needs it to be followed. */
export const percentage = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** What the exact share may be, rounded outwards; nothing where none is shown. */
function openWords({ outcome, open }: ReleasedEvidence): string[] {
  if (open === null) return [];
  const low = `${(Math.floor(1000 * open.low) / 10).toFixed(1)}%`;
  const high = `${(Math.ceil(1000 * open.high) / 10).toFixed(1)}%`;
  return [`${low} to ${high} (${withSmallFirst(evidencedNames[outcome])})`];
}

/** Why a share printed elsewhere may be ours although another stands beside it. */
export function roundingWords(
  evidence: readonly ReleasedEvidence[],
  countsRoundedTo: number,
): string {
  const open = evidence.flatMap(openWords);
  return open.length === 0
    ? ''
    : `Shares are worked out from counts rounded to the nearest ${countsRoundedTo}: the exact ones may be anything from ${listWords(open)}. A published share that one of these rounds to is marked “within rounding”.`;
}

export const hoursPopulations = {
  evaluation: 'Evaluation cohort',
  teams: 'Team records, all job entries to date',
} as const;
