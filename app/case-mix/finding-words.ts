import { percentWords, pStatement } from '#app/relations/figure-words.ts';

import type { CaseMixTeams, Outside, TeamIntercepts } from './case-mix-release.ts';
import type { PrintedTeam } from './printed-team.ts';

/** One in twenty by chance. */
function byChance(teams: number): string {
  const expected = teams / 20;
  return expected < 0.75 ? 'hardly any' : `about ${expected.toFixed(0)}`;
}

export function outsideWords({ limits95 }: Outside, compared: number): string {
  return `${limits95} of ${compared} teams ${limits95 === 1 ? 'lies' : 'lie'} outside the 95% limits`;
}

/** What the page finds, in a few sentences. `areRounded`: counts of people are rounded, which moves some teams a little. */
export function findingWords(teams: CaseMixTeams, areRounded: boolean): string[] {
  const { compared, beforeCaseMix, afterCaseMix, ratioOverdispersion } = teams;
  const allowing = afterCaseMix.overdispersed95;
  const rounding = areRounded ? ' Rounded counts move a few teams across.' : '';
  return [
    `Once their clients are allowed for, ${outsideWords(afterCaseMix, compared)}; by chance alone ${byChance(compared)} would. By their plain rates, ${beforeCaseMix.limits95} ${beforeCaseMix.limits95 === 1 ? 'does' : 'do'}.${rounding}`,
    'These limits are the inner curves of the pictures: if all teams did equally well with clients like theirs, 19 of 20 would lie between them.',
    ...(ratioOverdispersion === null
      ? [`${compared} teams are too few to say whether they differ by more than chance.`]
      : [
          ...differenceWords(teams.intercepts),
          ratioOverdispersion.tauSquared > 0
            ? `With limits widened by how much teams seem to differ, ${allowing ?? 0} ${allowing === 1 ? 'lies' : 'lie'} outside.`
            : 'The limits are not widened for that: without the highest tenth of teams and the lowest, the others lie close enough together.',
        ]),
  ];
}

/** Whether teams differ, by the model with a part of its own for each: it has a test, and no team counts less in it. */
function differenceWords(intercepts: TeamIntercepts): string[] {
  if (intercepts.status === 'none') return [];
  const { spread, p } = intercepts;
  return spread > 0 && p < 0.05
    ? [`Taken together, teams differ by more than chance explains (${pStatement(p)}).`]
    : ['That teams differ by more than chance is not shown.'];
}

const where = {
  inside: 'inside the 95% limits, so chance alone may explain the difference',
  'above 95%': 'above the 95% limits, which chance alone passes for one team in twenty',
  'below 95%': 'below the 95% limits, which chance alone passes for one team in twenty',
  'above 99.8%': 'above the 99.8% limits, which chance alone hardly ever passes',
  'below 99.8%': 'below the 99.8% limits, which chance alone hardly ever passes',
};

/** What a team reads of itself. */
export function ownWords(own: PrintedTeam, otherTeams: number): string[] {
  const { jobEntries, clients, rate, expectedRate, ratio, ratioFunnel, place } = own;
  const { adjustedRate, adjustedInterval } = own;
  return [
    `Of your team’s ${clients} clients, ${jobEntries} started a job (${percentWords(rate)}). Of clients like yours, ${percentWords(expectedRate)} would be expected to: your team has ${ratio.toFixed(2)} of the job entries expected. That is ${where[ratioFunnel.position]}.`,
    ...(adjustedRate === null || adjustedInterval === null
      ? []
      : [
          `Small teams swing more by chance. Drawn towards the other teams for that (its adjusted rate), its rate with the clients of all teams is put at ${percentWords(adjustedRate)} (${percentWords(adjustedInterval.lower)} to ${percentWords(adjustedInterval.upper)}).${place === null ? '' : ` Its place beside the ${otherTeams} other teams shown (1 to ${otherTeams + 1}) could be anything from ${place.lower} to ${place.upper}.`}`,
        ]),
  ];
}
