import type { DisclosurePolicy } from './disclosure-policy.ts';
import { hiddenCategories, type FactorOptions } from './figures-for-factor.ts';
import { isSmallGroup, type GroupCounts } from './hidden-groups.ts';

/**
 * Which categories are hidden in every one of several releases that are about parts of the same people.
 *
 * For: clients with every answer, and clients with most of them: a category that is hidden in the one and shown in the other
 * could be worked out from the difference. Rule: small in one release is hidden in all; then, release by release from the
 * narrowest, whatever hiddenCategories takes with them; again until nothing is added.
 *
 * Why three values are left in each release. Let the hidden counts of the narrowest change as hiddenCategories says, and those
 * of the wider ones by as much: the people between two releases stay as they are, so do all sums, and all hidden categories
 * are small in the narrowest, so that the same ones are hidden again.
 * @param releases the same categories in each, the narrowest release first; they do not overlap and leave nobody out, but for
 *   groups that are shown in any case and may be left out
 * @param policy small-number settings
 * @param options whether a reader may know the counts of one group; groups hidden elsewhere
 * @returns for each category, whether it is hidden
 * @throws RangeError where releases do not have the same number of categories
 * Source: small-number rule on releases that nest; the method is ours. Checked: every two releases of three small categories
 * tried by a reader who knows the rule, both wholes and all shown counts.
 */
export function hiddenInReleases(
  releases: readonly (readonly GroupCounts[])[],
  policy: DisclosurePolicy,
  { alsoHidden = new Set(), groupsKnowThemselves = false }: FactorOptions = {},
): boolean[] {
  const categories = releases[0]?.length ?? 0;
  if (releases.some((groups) => groups.length !== categories)) {
    throw new RangeError('hiddenInReleases: every release must have the same categories');
  }
  const places = Array.from({ length: categories }, (_, place) => place);
  const hidden = new Set([
    ...alsoHidden,
    ...places.filter((place) =>
      releases.some((groups) => {
        const group = groups[place];
        return group !== undefined && isSmallGroup(group, policy);
      }),
    ),
  ]);
  for (let before = -1; before < hidden.size;) {
    before = hidden.size;
    for (const groups of releases) {
      const found = hiddenCategories(groups, policy, { alsoHidden: hidden, groupsKnowThemselves });
      for (const [place, isHidden] of found.entries()) if (isHidden) hidden.add(place);
    }
  }
  return places.map((place) => hidden.has(place));
}
