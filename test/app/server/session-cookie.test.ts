import { expect, test } from 'vitest';

import {
  endedSessionCookie,
  sessionCookie,
  tokenOfCookies,
} from '#app/server/session-cookie.server.ts';
import { newSessionToken, sessionIdOf } from '#app/server/session-token.server.ts';

test('a cookie gives its token back', () => {
  const token = newSessionToken();
  const [pair = ''] = sessionCookie(token).split(';');
  expect(tokenOfCookies(`theme=dark; ${pair}; other=1`)).toBe(token);
});

test('the cookie is for this host, for safe connections and not for scripts', () => {
  for (const cookie of [sessionCookie('x'), endedSessionCookie()]) {
    expect(cookie).toMatch(/^__Host-/);
    expect(cookie).toContain('; Path=/; Secure; HttpOnly; SameSite=Lax');
    expect(cookie).not.toContain('Domain');
  }
});

test.each([
  undefined,
  null,
  '',
  '__Host-golden-thread=',
  '__Host-golden-thread=short',
  'golden-thread=x',
])('%j holds no token', (header) => {
  expect(tokenOfCookies(header)).toBeUndefined();
});

test('tokens are 256 random bits and are kept as hashes', () => {
  const tokens = new Set(Array.from({ length: 100 }, newSessionToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(sessionIdOf('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
});
