import fc from 'fast-check';
import { expect, test } from 'vitest';

import { safePath, safeRedirect } from '#app/server/safe-redirect.server.ts';

test.each(['/', '/teams/7', '/teams/7?from=2026-01&to=2026-06', '/scale#item-12', '/a/b%2Fc'])(
  '%s is kept',
  (path) => {
    expect(safePath(path)).toBe(path);
  },
);

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'teams/7',
  '',
  ' /teams',
  `/${'a'.repeat(2000)}`,
  undefined,
  null,
  7,
])('%j leads to the start page instead', (target) => {
  expect(safePath(target)).toBe('/');
});

test('dots are resolved within the site', () => {
  expect(safePath('/teams/../account')).toBe('/account');
});

test('whatever is given, a browser stays on the site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    ':',
    '@',
    '\t',
    '%2f',
    'evil.example',
    '?',
    '#',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const url = new URL(safePath(pieces.join('')), 'https://thread.example.org');
      expect(url.origin).toBe('https://thread.example.org');
    }),
    { seed: 20260703, numRuns: 2000 },
  );
});

test('the redirect is a 303 with the headers given', () => {
  const response = safeRedirect('//evil.example', {
    fallback: '/account',
    headers: { 'Set-Cookie': 'a=b' },
  });
  expect(response.status).toBe(303);
  expect(response.headers.get('Location')).toBe('/account');
  expect(response.headers.get('Set-Cookie')).toBe('a=b');
});
