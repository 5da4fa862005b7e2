/**
 * The path of a refused request without what could be somebody's: no query, and ":id" for every segment that is
 * not plain words. (Requests that reach a route are logged by the route's name instead.)
 */
export function pathForLog(path: string): string {
  const segments = path.split('?', 1)[0]?.split('/').slice(0, 8) ?? [];
  return segments.map((segment) => (/^[a-z.-]{0,30}$/.test(segment) ? segment : ':id')).join('/');
}
