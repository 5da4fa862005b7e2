const ANY_ORIGIN = 'https://here.invalid';

/** The furthest address that a redirect may carry. */
const LONGEST = 2000;

/**
 * The path to go on to, or `fallback` where the given one could lead elsewhere. Remix's redirect() passes //evil,
 * /\evil and /<tab>/evil on unchanged, and browsers take all three for another site.
 */
export function safePath(target: unknown, fallback = '/'): string {
  if (typeof target !== 'string' || target.length > LONGEST) return fallback;
  if (!/^\/(?!\/)/.test(target) || /[\\\p{Cc}]/u.test(target)) return fallback;
  if (!URL.canParse(target, ANY_ORIGIN)) return fallback;
  const url = new URL(target, ANY_ORIGIN);
  const path = url.pathname + url.search + url.hash;
  // Parsing resolves dots: "/.//evil" only becomes "//evil" here.
  return url.origin === ANY_ORIGIN && !path.startsWith('//') ? path : fallback;
}

/** The only redirect for an address that came from a request. 303: the browser follows with a GET. */
export function safeRedirect(
  target: unknown,
  { fallback = '/', headers = {} }: { fallback?: string; headers?: HeadersInit } = {},
): Response {
  const answer = new Headers(headers);
  answer.set('Location', safePath(target, fallback));
  return new Response(null, { status: 303, headers: answer });
}
