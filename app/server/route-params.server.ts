import type { Params } from '@remix-run/react';

/** A part of the route's own address. It is missing only where a route is registered without it. */
export function routeParam(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined) throw notFound();
  return value;
}

/** The answer to what does not exist and to what belongs to another team alike. */
export function notFound(): Response {
  return new Response('Not found', { status: 404 });
}

/** What was looked up, or the answer that it does not exist. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound();
  return value;
}
