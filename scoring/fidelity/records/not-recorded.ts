/** Why no record of the team's measures an item, and where a reviewer finds it instead; by item number. */
const reasons: Readonly<Record<number, string>> = {
  2: 'How specialists spend their working time is not recorded here: look at diaries, job descriptions and interviews.',
  3: 'Which phases a specialist carries out is not recorded here: look at documents, interviews and observation.',
  4: 'The treatment teams that clients come from are not recorded here: ask the team for its caseload by treatment team.',
  5: 'Treatment team meetings and days at the treatment team’s base are not recorded here: look at minutes and interviews.',
  6: 'Contacts with Jobcentre Plus are not recorded here: look at documents, interviews and plans.',
  7: 'How specialists work as a unit is not recorded here: look at interviews and observation.',
  8: 'Supervision and field mentoring are not recorded here: look at supervision notes and interviews.',
  9: 'Referrals and reasons for declining are not recorded here: look at referral records and interviews.',
  10: 'What intake, reviews and waiting areas say about work is not recorded here: look for yourself.',
  11: 'What executives know and do is not recorded here: look at documents and interviews.',
  12: 'Benefits advice is not recorded here: look at documents, interviews and plans.',
  13: 'Conversations about disclosure are not recorded here: look at documents and interviews.',
  15: 'An employer contact does not say which client it was for, so the days to a client’s first employer contact cannot be counted here: ask the team for its list.',
  25: 'Attempts to reach a client after a missed meeting are not recorded here: look at documents and interviews.',
};

/**
 * Why no record of the team's measures an item.
 *
 * For: the item page of a review, which says so plainly instead of showing an empty box.
 * @param itemNumber 1 to 25
 * @returns one sentence, also for an item that is not known here
 * Formula: none. Errors: none. Source: what the product records. Checked: every item has figures or a sentence.
 */
export function notRecordedReason(itemNumber: number): string {
  return reasons[itemNumber] ?? 'The team’s records hold no number for this item.';
}
