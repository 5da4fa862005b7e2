import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';

/** How counts of people are protected, one rule a sentence, with the settings in force. */
export function smallNumberWords(policy: DisclosurePolicy): string[] {
  const { smallestShown, base, isZeroShown, smallestWholePercentGroup, fewestTeams } = policy;
  const hidden = `from 1 to ${smallestShown - 1}`;
  const zero = isZeroShown
    ? 'A count of nobody is shown as 0.'
    : 'A count of nobody is hidden too.';
  return [
    'A count of a few people could let somebody recognise a person. The rules below apply to counts of people only: not to teams, specialists, employers, contacts, meetings, items or reviews.',
    'A team sees its own numbers as they are, and so do the reviewers of a review of that team while it is open. Everybody else sees protected numbers, on every page, chart and download.',
    `A count ${hidden} is shown as *. ${zero} Every other count is rounded to the nearest ${base}.`,
    `A share is shown only if the people in it and the people outside it are each nobody or at least ${smallestShown}. It is worked out from the rounded counts, and so is its interval.`,
    `Groups of at least ${smallestWholePercentGroup} in the linked cohort show the whole percentage of the exact counts, as the published report does.`,
    `An average needs at least ${smallestShown} people.`,
    `Correlations and results of models are shown over at least ${fewestTeams} teams, from exact counts. A team whose rate is hidden is left out of the picture and counted in a note under it.`,
    'Where a total would give a hidden number away, a second number in the same row or column is hidden with it.',
  ];
}
