import { createHash } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import {
  changeSignInCounter,
  deleteOldSignInCounters,
  type SignInCounter,
} from '#db/queries/sign-in-counters.ts';

const MINUTE = 60_000;
const WINDOW = 5 * MINUTE;
const QUIET_HOUR = 60 * MINUTE;
const DAY = 24 * QUIET_HOUR;

export interface Limit {
  /** Tries in five minutes. */
  tries: number;
  /** After these: 1 minute, then twice as long for each further try, at most this long. */
  longestWait: number;
}

/** A whole office may stand behind one network address: it has more tries and never waits long. */
const LIMITS = {
  account: { tries: 10, longestWait: 60 * MINUTE },
  address: { tries: 100, longestWait: 5 * MINUTE },
} as const satisfies Record<string, Limit>;

type Kind = keyof typeof LIMITS;

/**
 * Counts a try before the password is looked at, so that a thousand at once are still counted one by one. Says until
 * when to wait, or null where the try may go on. Unknown accounts count like known ones.
 */
export async function takeSignInTry(
  db: Db,
  kind: Kind,
  who: string,
  now: string,
): Promise<string | null> {
  await deleteOldSignInCounters(db, new Date(Date.parse(now) - DAY).toISOString());
  return changeSignInCounter(db, counterId(kind, who), (known) =>
    judgeTry(known, now, LIMITS[kind]),
  );
}

/** A try that turned out right: an account starts afresh, a network address gets this one try back. */
export async function forgetSignInTry(db: Db, kind: Kind, who: string): Promise<void> {
  await changeSignInCounter(db, counterId(kind, who), (known) => ({
    next:
      known === undefined || kind === 'account' || known.failures <= 1
        ? null
        : { ...known, failures: known.failures - 1 },
    answer: undefined,
  }));
}

export function judgeTry(
  known: SignInCounter | undefined,
  now: string,
  { tries, longestWait }: Limit,
): { next: SignInCounter; answer: string | null } {
  const at = Date.parse(now);
  if (known?.lockedUntil != null && now < known.lockedUntil) {
    return { next: known, answer: known.lockedUntil };
  }
  if (known === undefined || isStale(known, at)) {
    return { next: { failures: 1, windowStartedAt: now, lockedUntil: null }, answer: null };
  }
  const failures = known.failures + 1;
  const wait = Math.min(MINUTE * 2 ** Math.min(failures - tries, 10), longestWait);
  const lockedUntil = failures < tries ? null : new Date(at + wait).toISOString();
  return { next: { ...known, failures, lockedUntil }, answer: null };
}

/** Few tries are forgotten with their window, a locked account only after a quiet hour. */
function isStale({ windowStartedAt, lockedUntil }: SignInCounter, at: number): boolean {
  return lockedUntil === null
    ? at - Date.parse(windowStartedAt) > WINDOW
    : at - Date.parse(lockedUntil) > QUIET_HOUR;
}

/** Addresses are kept as hashes only. */
function counterId(kind: Kind, who: string): string {
  return createHash('sha256').update(`${kind}:${who}`).digest('hex');
}
