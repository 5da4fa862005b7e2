/** Published figures that the demo does not answer, by the beginning of their path, with the reason. */
const linkedReasons: readonly (readonly [start: string, reason: string])[] = [
  ['design.', 'A rule of the study, not a figure computed from people.'],
  ['cohort.followUpCompletePreviousRound', 'The demo holds one round of linkage.'],
  ['cohort.localAuthorities', 'A linked person knows a site, not the authorities it covers.'],
  ['daysEmployed.', 'Needs spells of work, which the demo’s linked people do not have yet.'],
  ['longestJobDays.', 'Needs spells of work, which the demo’s linked people do not have yet.'],
  ['sustained13WeeksPct.', 'Needs spells of work, which the demo’s linked people do not have yet.'],
  ['contributionsGbp.', 'Needs payments, which the demo’s linked people do not have yet.'],
  ['ipsAdTrialPct.', 'A trial’s figure, shown for comparison and never computed.'],
  ['consistencyNotes.', 'Published figures that do not fit each other; the demo follows the note.'],
];

const evaluationReasons: readonly (readonly [start: string, reason: string])[] = [
  ['period.', 'The evaluation’s own period; the demo keeps start years only.'],
  [
    'sixteenHoursOrMorePct',
    'The evaluation cohort holds no hours; the team records do, at about the same share.',
  ],
  ['sustained13Weeks.', 'The evaluation cohort holds no length of jobs.'],
  [
    'jobStartEvidenceGapPct',
    'An assumption of the evaluation, not a figure computed from clients.',
  ],
  ['benchmarkBeyondSevereMentalIllnessPct', 'A benchmark, kept as dated data.'],
  ['integrationNote', 'A remark on the publication.'],
  ['wellbeing.', 'The demo holds no wellbeing forms yet.'],
  ['employerContact', 'A standard, kept as dated data; contacts belong to the team records.'],
  ['contract.', 'Terms of a contract, not a figure computed from clients.'],
];

/** Why a published figure is not compared; undefined where nobody has said. */
export function reasonNotCompared(
  path: string,
  population: 'linked' | 'evaluation',
): string | undefined {
  const reasons = population === 'linked' ? linkedReasons : evaluationReasons;
  return reasons.find(([start]) => path.startsWith(start))?.[1];
}
