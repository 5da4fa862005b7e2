import type { IncomingHttpHeaders } from 'node:http';

import { describe, expect, test } from 'vitest';

import { findRefusal } from '#app/server/cross-site-guard.server.ts';

const ORIGIN = 'https://thread.example.org';

const formHeaders: IncomingHttpHeaders = {
  origin: ORIGIN,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
  'content-length': '12',
};

/** The status of the refusal of a good post with these headers changed; undefined where it may pass. */
function statusOf(
  changed: IncomingHttpHeaders,
  { method = 'POST', path = '/account' } = {},
): number | undefined {
  return findRefusal({ method, path, headers: { ...formHeaders, ...changed } }, ORIGIN)?.status;
}

test('a form of our own passes', () => {
  expect(statusOf({})).toBeUndefined();
});

test('reading passes from anywhere: links lead here', () => {
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect(findRefusal({ method: 'GET', path: '/', headers }, ORIGIN)).toBeUndefined();
  expect(findRefusal({ method: 'HEAD', path: '/', headers }, ORIGIN)).toBeUndefined();
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'post'])(
  '%s is refused',
  (method) => {
    expect(statusOf({}, { method })).toBe(405);
  },
);

describe('where a post comes from', () => {
  test.each([
    ['another site', 'https://evil.example'],
    ['a page that hides its origin', 'null'],
    ['a longer name', `${ORIGIN}.evil.example`],
    ['another port', `${ORIGIN}:8443`],
    ['no TLS', 'http://thread.example.org'],
    ['two origins', `${ORIGIN}, https://evil.example`],
    ['an empty origin', ''],
  ])('%s is refused', (_name, origin) => {
    expect(statusOf({ origin })).toBe(403);
  });

  test.each(['cross-site', 'same-site', 'none', 'Same-Origin'])(
    'Sec-Fetch-Site: %s is refused whatever the origin says',
    (site) => {
      expect(statusOf({ 'sec-fetch-site': site })).toBe(403);
    },
  );

  test('browsers without Sec-Fetch-Site pass by their origin', () => {
    expect(statusOf({ 'sec-fetch-site': undefined })).toBeUndefined();
  });

  test('without an Origin the Referer decides', () => {
    expect(statusOf({ origin: undefined, referer: `${ORIGIN}/account` })).toBeUndefined();
    expect(statusOf({ origin: undefined, referer: `${ORIGIN}.evil.example/` })).toBe(403);
    expect(statusOf({ origin: undefined, referer: 'not an address' })).toBe(403);
    expect(statusOf({ origin: undefined })).toBe(403);
  });

  test('a good Referer does not mend a wrong Origin', () => {
    expect(statusOf({ origin: 'null', referer: `${ORIGIN}/account` })).toBe(403);
  });
});

describe('what a post carries', () => {
  test.each([
    'text/plain',
    'application/json',
    'application/ld+json',
    'multipart/form-data; boundary=x',
    '',
  ])('content type "%s" is refused', (type) => {
    expect(statusOf({ 'content-type': type })).toBe(415);
  });

  test('a character set beside the type is fine', () => {
    const type = 'application/x-www-form-urlencoded; charset=UTF-8';
    expect(statusOf({ 'content-type': type })).toBeUndefined();
  });

  test('no content type is refused', () => {
    expect(statusOf({ 'content-type': undefined })).toBe(415);
  });

  test('a length must be said', () => {
    expect(statusOf({ 'content-length': undefined })).toBe(411);
    expect(statusOf({ 'content-length': undefined, 'transfer-encoding': 'chunked' })).toBe(411);
    expect(statusOf({ 'transfer-encoding': 'chunked' })).toBe(411);
  });

  test('1 MB is the most, and not a byte over', () => {
    expect(statusOf({ 'content-length': '1048576' })).toBeUndefined();
    expect(statusOf({ 'content-length': '1048577' })).toBe(413);
    expect(statusOf({ 'content-length': '-1' })).toBe(400);
  });

  test('imports take files, and more of them', () => {
    const file = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '5000000' };
    expect(statusOf(file, { path: '/teams/7/employers/import' })).toBeUndefined();
    expect(statusOf(file, { path: '/teams/7/employers/import2' })).toBe(415);
    const large = { ...file, 'content-length': '20971521' };
    expect(statusOf(large, { path: '/teams/7/employers/import' })).toBe(413);
  });

  test('one address takes JSON, with the same checks of origin', () => {
    const json = { 'content-type': 'application/json' };
    expect(statusOf(json, { path: '/queued-work' })).toBeUndefined();
    expect(statusOf({ ...json, origin: 'null' }, { path: '/queued-work' })).toBe(403);
    expect(statusOf({}, { path: '/queued-work' })).toBe(415);
  });
});
