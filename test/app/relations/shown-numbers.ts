import type { RelationsView, TeamRow } from '#app/relations/relations-view.ts';

import type { Facts, ManyTeams, Name } from './many-teams.ts';

/** Every row of a team on the page. */
export function teamRows({ inputs, integration }: RelationsView): TeamRow[] {
  return [...inputs.flatMap(({ rows }) => rows), ...(integration?.rows ?? [])];
}

/** Counts of people as others may see them: nobody, hidden, or a multiple of five from ten on. */
export const roundedCount = /^(0|\*|[1-9]\d*[05])$/;

/** Everything the view says, without the published studies, whose numbers are their own. */
export function wholeNumbersIn(view: RelationsView): Set<number> {
  const inputs = view.inputs.map(({ published: _, ...input }) => input);
  return wholeNumbersOf(JSON.stringify({ ...view, inputs }));
}

const randomId = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Numbers that stand by themselves: not part of a decimal, of a percentage or of a random id, where any digits may meet. */
export function wholeNumbersOf(text: string): Set<number> {
  const found = text.replaceAll(randomId, '').match(/(?<![\d.])\d+(?![\d.%])/g) ?? [];
  return new Set(found.map(Number));
}

/** Counts of people that give a team away: clients, job entries, clients on the books. */
export function exactCounts({ facts }: ManyTeams, except?: Name): number[] {
  const countsOf = ({ clients, entries, books }: Facts) => [clients, entries, books];
  const own = except === undefined ? [] : countsOf(facts[except]);
  return Object.values(facts)
    .flatMap(countsOf)
    .filter((count) => count > 25 && !own.includes(count));
}
