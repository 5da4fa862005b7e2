/**
 * __Host- makes the browser itself refuse the cookie unless it is Secure, for this host only and for all its paths.
 * Secure holds without TLS on 127.0.0.1 and localhost: Chromium and Firefox count both as safe.
 */
const NAME = '__Host-golden-thread';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Gone when the browser closes; the server ends the session by its own clock whatever the browser does. */
export function sessionCookie(token: string): string {
  return `${NAME}=${token}; ${ATTRIBUTES}`;
}

export function endedSessionCookie(): string {
  return `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;
}

/** The token of a Cookie header; undefined for anything that is not the shape of one of ours. */
export function tokenOfCookies(header: string | undefined | null): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}
