import type { RouteConfigEntry } from '@remix-run/route-config';

import configured from '#app/routes.ts';

export interface WalkedRoute {
  /** The route's file without its extension, as Remix and the policies name it. */
  id: string;
  /** Without a leading slash; '' for the home page. */
  path: string;
}

/** Every route of app/routes.ts, as the build takes them: the walk has no list of its own. */
export const routesOfProduct: readonly WalkedRoute[] = routesIn(configured, '');

function routesIn(entries: readonly RouteConfigEntry[], above: string): WalkedRoute[] {
  return entries.flatMap(({ id, file, path = '', children = [] }) => {
    const full = [above, path].filter((part) => part !== '').join('/');
    return [{ id: id ?? file.replace(/\.[^.]+$/, ''), path: full }, ...routesIn(children, full)];
  });
}

/** The names of the parameters in a path, in its order. */
export function paramsIn(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part.startsWith(':') || part === '*')
    .map((part) => part.replace(/^:/, ''));
}

/** Routes whose data somebody might ask for at another route's address: the one above it and the next in the list. */
export function neighboursOf({ id, path }: WalkedRoute): string[] {
  const all = routesOfProduct;
  const above = all
    .filter((other) => other.path !== '' && path.startsWith(`${other.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  const next = all[(all.findIndex((other) => other.id === id) + 1) % all.length];
  return [above, next].flatMap((route) => (route === undefined ? [] : [route.id]));
}
