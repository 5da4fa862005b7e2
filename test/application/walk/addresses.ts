import type { VisitorName } from './expected-access.ts';
import { paramsIn } from './routes-of-product.ts';
import type { Ids, World } from './world.ts';

/**
 * Whose identifiers an address carries. "Own" is the team of the visitors who have one, and of the host representative;
 * a record of a team may have a part of its own (a client's job entry, a specialist's leave).
 */
export type Variant =
  | 'plain'
  | 'own'
  | 'other'
  | 'none'
  | 'own team, other record'
  | 'other team, own record'
  | 'own team, no record'
  | 'own record, other part'
  | 'own record, sibling part'
  | 'own record, no part'
  | 'own draft'
  | 'own signed'
  | 'other draft'
  | 'other signed'
  | 'blind'
  | 'submitted'
  | 'unassigned'
  | 'own signed off'
  | 'other signed off'
  | 'blind, no such item';

export interface Address {
  variant: Variant;
  ids: Ids;
  path: string;
}

/** All the ways in which the walk fills the parameters of a route. */
export function addressesOf(path: string, world: World): Address[] {
  return variantsOf(paramsIn(path), world).map(([variant, ids]) => ({
    variant,
    ids,
    path: `/${path.replaceAll(/:(\w+)|\*/g, (name, param?: string) => idOf(ids, param ?? name))}`,
  }));
}

function idOf(ids: Ids, param: string): string {
  const id = ids[param];
  if (id === undefined) throw new Error(`The walk has no identifier for the parameter "${param}"`);
  return encodeURIComponent(id);
}

type Filled = [Variant, Ids];

function variantsOf(params: readonly string[], world: World): Filled[] {
  const { own, other, none, reviews } = world;
  if (params.length === 0) return [['plain', {}]];
  if (params.includes('reviewId')) {
    const states = Object.entries(reviews) as [Variant, string][];
    const filled = states.map(([variant, reviewId]): Filled => [variant, { ...own, reviewId }]);
    if (!params.includes('itemNumber')) return [...filled, ['none', none]];
    const noItem = { reviewId: reviews.blind, itemNumber: '99' };
    return [...filled, ['none', none], ['blind, no such item', noItem]];
  }
  const whole: Filled[] = [
    ['own', own],
    ['other', other],
    ['none', none],
  ];
  const [team, record, part] = params;
  if (team !== 'teamId' || record === undefined) return whole;
  return [
    ...whole,
    ['own team, no record', { ...none, teamId: own.teamId }],
    ...(record === 'month' ? [] : crossed(world)),
    ...(record === 'ratingId' ? ratingStates(world) : []),
    ...(part === undefined ? [] : parts(world, record, part)),
  ];
}

function crossed({ own, other }: World): Filled[] {
  return [
    ['own team, other record', { ...other, teamId: own.teamId }],
    ['other team, own record', { ...own, teamId: other.teamId }],
  ];
}

function ratingStates({ own, other, ratings }: World): Filled[] {
  return [
    ['own draft', { ...own, ratingId: ratings.ownDraft }],
    ['own signed', { ...own, ratingId: ratings.ownSigned }],
    ['other draft', { ...other, ratingId: ratings.otherDraft }],
    ['other signed', { ...other, ratingId: ratings.otherSigned }],
  ];
}

function parts({ own, other, none, sibling }: World, record: string, part: string): Filled[] {
  const ofOwn = { teamId: own.teamId, [record]: own[record] };
  return [
    ['own record, other part', { ...ofOwn, [part]: other[part] }],
    ['own record, sibling part', { ...ofOwn, [part]: sibling[part] }],
    ['own record, no part', { ...ofOwn, [part]: none[part] }],
  ];
}

/**
 * What a visitor may know to exist: an answer of "not yours to do" gives nothing away there. Reviewers know the reviews
 * they take part in, team roles their team.
 */
export function isKnownTo(visitor: VisitorName, variant: Variant): boolean {
  const isReviewer = visitor === 'reviewer 1' || visitor === 'reviewer 2';
  const isTeam = visitor === 'team leader' || visitor === 'employment specialist';
  if (isReviewer) return ['blind', 'submitted', 'own signed off'].includes(variant);
  return isTeam && variant === 'own';
}

/** What does not exist and must answer exactly as the address does to whoever is refused there. */
export function missingLike(variant: Variant): Variant | undefined {
  if (variant === 'none' || variant === 'plain' || variant === 'blind, no such item')
    return undefined;
  if (variant.endsWith(' part')) {
    return variant === 'own record, no part' ? undefined : 'own record, no part';
  }
  if (variant === 'own team, no record') return undefined;
  if (['own team, other record', 'own draft', 'own signed'].includes(variant)) {
    return 'own team, no record';
  }
  return 'none';
}
