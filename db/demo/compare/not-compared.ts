/** Published figures that the demo does not answer, by the beginning of their path, with the reason. */
const linkedReasons: readonly (readonly [start: string, reason: string])[] = [
  ['design.treatmentDataTo', 'A linked person has a treatment status, not the day it was read.'],
  ['cohort.localAuthorities', 'A linked person knows a site, not the authorities it covers.'],
  ['consistencyNotes.', 'Published figures that do not fit each other; the demo follows the note.'],
];

const evaluationReasons: readonly (readonly [start: string, reason: string])[] = [
  ['period.', 'The evaluation’s own period; the demo keeps start years only.'],
  ['integrationNote', 'A remark on the publication.'],
  ['wellbeing.', 'The demo holds no wellbeing forms yet.'],
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
