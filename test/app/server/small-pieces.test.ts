import { data } from '@remix-run/node';
import { expect, test } from 'vitest';

import { asResponse } from '#app/server/as-response.server.ts';
import { deviceInWords } from '#app/server/device.server.ts';
import { keptFields, readKeptFields } from '#app/server/kept-form.server.ts';
import { pathForLog } from '#app/server/path-for-log.server.ts';

test('a log line says nothing of whom a path is about', () => {
  expect(pathForLog('/teams/0f8e/clients/AB12?name=Jo')).toBe('/teams/:id/clients/:id');
  expect(pathForLog('/sign-in')).toBe('/sign-in');
  expect(pathForLog('/jo.smith@example.org')).toBe('/:id');
});

test('devices in words', () => {
  expect(
    deviceInWords('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'),
  ).toBe('Firefox on Linux');
  expect(
    deviceInWords(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    ),
  ).toBe('Edge on Windows');
  expect(deviceInWords(undefined)).toBe('Another browser');
});

test('data() with a status becomes a response, anything else stays what it is', async () => {
  const answer: unknown = asResponse(data({ errors: [] }, { status: 400 }));
  expect(answer).toBeInstanceOf(Response);
  expect((answer as Response).status).toBe(400);
  expect(await (answer as Response).json()).toEqual({ errors: [] });
  expect(asResponse({ type: 'other', data: 1 })).toEqual({ type: 'other', data: 1 });
  expect(asResponse(null)).toBeNull();
});

test('a form is kept in its order, without passwords; a form with files is not', async () => {
  const post = (body: URLSearchParams | FormData) =>
    new Request('https://thread.example.org/', { method: 'POST', body });
  const typed = [
    ['note', 'one\r\ntwo'],
    ['tick', 'a'],
    ['tick', 'b'],
  ];
  const form = new URLSearchParams([...typed, ['newPassword', 'x']]);
  const kept = await keptFields(post(form));
  expect(kept).toEqual(typed);
  expect(readKeptFields(JSON.stringify(kept))).toEqual(typed);
  expect(await keptFields(post(new FormData()))).toBeUndefined();
});

test.each(['', 'not json', '{}', '[["a"]]', '[["a",{"b":1}]]', 'null'])(
  'kept text %s is none of ours',
  (text) => {
    expect(readKeptFields(text)).toBeUndefined();
  },
);
