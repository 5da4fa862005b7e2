import type { Address, Variant } from './addresses.ts';
import { allows, expectedAccess, type VisitorName } from './expected-access.ts';
import { fieldsFor, queryOf } from './forms-to-post.ts';
import type { Expected } from './judgement.ts';
import { neighboursOf, type WalkedRoute } from './routes-of-product.ts';
import type { Asked } from './walker.ts';
import type { World } from './world.ts';

/** One request of the walk, and what the table expects of its answer. */
export interface Step {
  visitor: VisitorName;
  route: WalkedRoute;
  expected: Expected;
  asked: Asked;
}

export interface Place {
  visitor: VisitorName;
  route: WalkedRoute;
  address: Address;
}

/** Where the data of other routes are asked for as well. */
const mainVariants: readonly Variant[] = ['plain', 'own', 'other', 'blind', 'unassigned'];

export const withQuery = (path: string, query: string): string =>
  path + (query === '' ? '' : `${path.includes('?') ? '&' : '?'}${query}`);

export const dataOf = (route: string): string => `_data=${encodeURIComponent(route)}`;

export const nameOf = ({ visitor, asked }: Pick<Step, 'visitor' | 'asked'>): string =>
  `${visitor}: ${asked.method} ${asked.path}`;

/** Reading at one address: the page and its data; at some also its head, and data of routes above and beside it. */
export function readSteps({ visitor, route, address: { path, variant } }: Place): Step[] {
  const isAllowed = allows(expectedAccess[route.id]?.read, visitor, variant);
  const own: Expected = isAllowed ? 'given' : 'refused';
  const step = (expected: Expected, query: string, method: 'GET' | 'HEAD' = 'GET'): Step => ({
    visitor,
    route,
    expected,
    asked: { method, path: withQuery(path, query) },
  });
  const both = [step(own, ''), step(own, dataOf(route.id))];
  if (!mainVariants.includes(variant)) return both;
  return [
    ...both,
    step(own, '', 'HEAD'),
    // What the layout prints: one's own name and links, whatever the address.
    step('given', dataOf('root')),
    ...neighboursOf(route).map((other) => step('no such data', dataOf(other))),
  ];
}

/** The posts to one address that this visitor may not make. */
export function refusedPosts(world: World, { visitor, route, address }: Place): Step[] {
  const access = expectedAccess[route.id];
  const { path, variant } = address;
  const fields = fieldsFor(route.id, { world, address, visitor });
  const step = (expected: Expected, query: string): Step => ({
    visitor,
    route,
    expected,
    asked: { method: 'POST', path: withQuery(path + (queryOf[route.id] ?? ''), query), fields },
  });
  const others = mainVariants.includes(variant) ? ['root', ...neighboursOf(route)] : [];
  const elsewhere = others.map((other) => step('no such form', dataOf(other)));
  const mayPost = [access?.write, access?.harmless].some((grant) =>
    allows(grant, visitor, variant),
  );
  if (mayPost) return elsewhere;
  const queries = ['', dataOf(route.id), 'index'];
  return [...queries.map((query) => step('refused', query)), ...elsewhere];
}
