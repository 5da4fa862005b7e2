import type { AppLoadContext } from '@remix-run/node';

const routes = new WeakMap<AppLoadContext, string>();

/** Notes, for the log, which route answers a request. The layout's own loader runs with every page and says nothing. */
export function noteRoute(context: AppLoadContext, routeId: string): void {
  if (routeId !== 'root') routes.set(context, routeId);
}

export function routeOfRequest(context: AppLoadContext | undefined): string | undefined {
  return context === undefined ? undefined : routes.get(context);
}
