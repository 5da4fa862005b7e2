import { expect, test } from 'vitest';

import { judgeTry, type Limit } from '#app/server/sign-in-throttle.server.ts';
import type { SignInCounter } from '#db/queries/sign-in-counters.ts';

const limit: Limit = { tries: 10, longestWait: 60 * 60_000 };
const start = Date.parse('2026-07-03T08:00:00.000Z');

/** Makes tries at the given seconds and gives, for each, the seconds until which it is told to wait, or null. */
function tries(...seconds: readonly number[]): (number | null)[] {
  let known: SignInCounter | undefined;
  return seconds.map((second) => {
    const now = new Date(start + second * 1000).toISOString();
    const { next, answer } = judgeTry(known, now, limit);
    known = next;
    return answer === null ? null : (Date.parse(answer) - start) / 1000;
  });
}

const tenAtOnce = Array.from({ length: 10 }, () => 0);

test('ten tries pass, the eleventh waits a minute', () => {
  expect(tries(...tenAtOnce, 1)).toEqual([...tenAtOnce.map(() => null), 60]);
});

test('each further try doubles the wait', () => {
  const answers = tries(...tenAtOnce, 60, 61, 180, 181, 420, 421);
  expect(answers.slice(10)).toEqual([null, 180, null, 420, null, 900]);
});

test('no wait is longer than an hour', () => {
  const atEndOfEachWait = [60, 180, 420, 900, 1860, 3780, 7380];
  expect(tries(...tenAtOnce, ...atEndOfEachWait, 7381).at(-1)).toBe(7380 + 3600);
});

test('slow tries never add up', () => {
  const slow = Array.from({ length: 30 }, (_, i) => 40 * i);
  expect(tries(...slow.slice(0, 9), 40 * 8 + 301)).not.toContain(60);
  expect(tries(...slow.slice(0, 8), 320, 621).at(-1)).toBeNull();
});

test('a locked account is forgiven after a quiet hour', () => {
  const answers = tries(...tenAtOnce, 60 + 3601, 60 + 3602, 60 + 3603);
  expect(answers.slice(10)).toEqual([null, null, null]);
});
