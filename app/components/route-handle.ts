/**
 * What every page says about itself: `export const handle: RouteHandle = { title: 'Clients' }`, or with the loader's
 * data, `RouteHandle<SerializeFrom<typeof loader>>` and a function.
 */
export interface RouteHandle<Data = never> {
  title: string | ((data: Data) => string);
  /** Charts with their tables beside them take more width. */
  wide?: boolean;
  /**
   * A page to read, without a form to check: it is sent without any script and without its data a second time, which
   * makes it quick on a poor phone and light on the server.
   */
  isStatic?: boolean;
}

interface Match {
  handle: unknown;
  data: unknown;
}

/** The handle of the deepest page on show, its title worked out; an error page has no say of its own here. */
export function handleOfPage(matches: readonly Match[]): {
  title: string;
  wide: boolean;
  isStatic: boolean;
} {
  const match = matches.findLast(({ handle }) => isRouteHandle(handle));
  if (match === undefined || !isRouteHandle(match.handle))
    return { title: 'Page', wide: false, isStatic: false };
  const { title, wide = false, isStatic = false } = match.handle;
  return { title: titleWords(title, match.data), wide, isStatic };
}

/** A page whose loader refused has no data to name it by: the error page brings its own title. */
function titleWords(title: RouteHandle<unknown>['title'], data: unknown): string {
  if (typeof title === 'string') return title;
  return data === undefined || data === null ? 'Page' : title(data);
}

function isRouteHandle(handle: unknown): handle is RouteHandle<unknown> {
  return typeof handle === 'object' && handle !== null && 'title' in handle;
}
