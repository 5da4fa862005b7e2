import { measuredShare, notMeasured, type Measurement } from './measure-result.ts';

/** Clients on one specialist's caseload from one treatment team. */
export interface CaseloadByTreatmentTeam {
  specialistId: string;
  /** null where the client's treatment team is not known. */
  treatmentTeamId: string | null;
  clients: number;
}

/**
 * The share of the caseload that comes from each specialist's two largest treatment teams: item 4.
 *
 * For: the proposal of item 4.
 * Formula: mean over specialists, weighted by caseload, of (clients of the specialist's two largest
 * treatment teams / the specialist's clients) = sum of the former / all clients. Clients whose treatment
 * team is not known belong to no team and stay in the denominator.
 * @param rows clients by specialist and treatment team; rows of the same pair are added up
 * @returns percentage of `cases` clients, `notKnown` of them without a known team; 'too-few' without clients
 * @throws RangeError for clients that are not a whole number of 0 or more
 * Source: fidelity scale facts, "How a number meets a band", item 4. Checked: by hand.
 */
export function integrationShare(rows: readonly CaseloadByTreatmentTeam[]): Measurement {
  const bySpecialist = new Map<string, Map<string, number>>();
  let total = 0;
  let notKnown = 0;
  for (const { specialistId, treatmentTeamId, clients } of rows) {
    if (!Number.isInteger(clients) || clients < 0) {
      throw new RangeError('integrationShare: clients must be a whole number, 0 or more');
    }
    total += clients;
    if (treatmentTeamId === null) {
      notKnown += clients;
      continue;
    }
    const teams = bySpecialist.get(specialistId) ?? new Map<string, number>();
    teams.set(treatmentTeamId, (teams.get(treatmentTeamId) ?? 0) + clients);
    bySpecialist.set(specialistId, teams);
  }
  if (total === 0) return notMeasured('No clients on any caseload.');
  let fromTwoLargest = 0;
  for (const teams of bySpecialist.values()) {
    const [first = 0, second = 0] = [...teams.values()].sort((a, b) => b - a);
    fromTwoLargest += first + second;
  }
  return measuredShare(fromTwoLargest, total, notKnown);
}
