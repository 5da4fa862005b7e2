/**
 * What every page says about itself: `export const handle: RouteHandle = { title: 'Clients' }`, or with the loader's
 * data, `RouteHandle<SerializeFrom<typeof loader>>` and a function.
 */
export interface RouteHandle<Data = never> {
  title: string | ((data: Data) => string);
  /** Charts with their tables beside them take more width. */
  wide?: boolean;
}

interface Match {
  handle: unknown;
  data: unknown;
}

/** The handle of the deepest page on show, its title worked out; an error page has no say of its own here. */
export function handleOfPage(matches: readonly Match[]): { title: string; wide: boolean } {
  const match = matches.findLast(({ handle }) => isRouteHandle(handle));
  if (match === undefined || !isRouteHandle(match.handle)) return { title: 'Page', wide: false };
  const { title, wide = false } = match.handle;
  return { title: typeof title === 'string' ? title : title(match.data), wide };
}

function isRouteHandle(handle: unknown): handle is RouteHandle<unknown> {
  return typeof handle === 'object' && handle !== null && 'title' in handle;
}
