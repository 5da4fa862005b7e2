import type { Population } from '#app/client-model/clients-question.server.ts';
import { haveReadersOwnTeam } from '#app/relations/who-knows-teams.ts';
import { disclosedCount } from '#scoring/disclosure/disclosed-count.ts';
import { disclosedLeftOut } from '#scoring/disclosure/disclosed-left-out.ts';
import type { Figure, ShownFigure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { wholeForReaders } from '#scoring/disclosure/whole-for-readers.ts';
import type { CaseMix } from '#scoring/relations/case-mix.ts';

import type { CaseMixClients, ClientsWithout } from './case-mix-release.ts';
import type { ReleasedTeams } from './released-teams.server.ts';

/** The rate of all, beside those of their teams on this page and on others. */
export function wholeOfRelease(
  { teams }: CaseMix,
  { shown, policy }: Pick<ReleasedTeams, 'shown' | 'policy'>,
  population: Population,
): Figure {
  const hidden = [...teams.keys()].filter((place) => !shown.has(teams[place]?.team ?? ''));
  return wholeForReaders(
    teams.map(({ n, observed }) => ({ numerator: observed, denominator: n })),
    policy,
    { alsoHidden: new Set(hidden), groupsKnowThemselves: haveReadersOwnTeam[population] },
  );
}

/** All clients together. `whole` is the rate of all as others see it. */
export function clientsOfRelease(
  mix: CaseMix,
  whole: ShownFigure,
  policy: DisclosurePolicy,
): CaseMixClients {
  const { exclusions } = mix;
  const without = ({ column, rows }: { column: string; rows: number }): ClientsWithout => ({
    column,
    clients: disclosedLeftOut(rows, policy),
  });
  return {
    clients: whole.denominator,
    jobEntries: whole.numerator,
    rate: whole.value,
    clientsGiven: disclosedCount(exclusions.rowsGiven, policy).shown,
    lost: exclusions.missing.map(without),
    keptAsNotKnown: exclusions.keptAsNotKnown.map(without),
    method: mix.method,
    concordance: mix.concordance,
    eventsPerParameter: eventsPerParameter(mix, whole),
    aliased: mix.aliased.map(({ name }) => name),
  };
}

/** From the rounded counts: the exact number times the number of parameters would give the exact count. */
function eventsPerParameter(mix: CaseMix, whole: ShownFigure): number | null {
  if (mix.eventsPerParameter === null) return null;
  const exact = Math.min(mix.events, mix.n - mix.events);
  const rounded = Math.min(whole.numerator, whole.denominator - whole.numerator);
  return (mix.eventsPerParameter * rounded) / exact;
}
