import { getFiguresVersion } from '#db/audit/audit-records.ts';
import type { Db } from '#db/connection/open-database.ts';

import type { AnswerOf, JobName, QuestionOf } from './jobs.server.ts';
import { soon, type Workplace } from './kept-work.server.ts';

/** How many models are kept at most: each is some references and variables that somebody chose. */
const mostKept = 100;

/** A model that may take seconds or minutes: finished, or being worked out. */
export type ModelAnswer<Answer> =
  | {
      readonly status: 'ready';
      readonly answer: Answer;
      /** Time stamp (UTC ISO) at which the records were as the answer has them. */
      readonly asOf: string;
      /** Of the records: answers with the same one are of the same records. */
      readonly dataVersion: number;
      /** Whether the records have not changed since. If they have, the next answer is on its way. */
      readonly isCurrent: boolean;
    }
  | { readonly status: 'working' };

interface Finished {
  dataVersion: number;
  asOf: string;
  answer: unknown;
}

interface KeptModel {
  latest?: Finished;
  failed?: { dataVersion: number; error: unknown };
  running?: Promise<Finished>;
  /** People whose page waits for the job just now. */
  waiting: number;
}

const stores = new WeakMap<Db, Map<string, KeptModel>>();

/**
 * A model's answer. Teams write all day, and a model of their records may take longer than they pause: so the last
 * finished answer stands, with the time it speaks of, until the next one is there. One question is worked on once at a
 * time. A job that failed says so to the next who asks, and is then tried again.
 */
export async function keptModel<Name extends JobName>(
  { db, work }: Workplace,
  name: Name,
  question: QuestionOf<Name>,
  now: string,
  patience?: number,
): Promise<ModelAnswer<AnswerOf<Name>>> {
  const dataVersion = await getFiguresVersion(db);
  const kept = keptFor(db, `${name} ${JSON.stringify(question)}`);
  const { failed } = kept;
  delete kept.failed;
  if (failed?.dataVersion === dataVersion) throw failed.error;
  if (kept.latest?.dataVersion === dataVersion) return ready(kept.latest, true);
  kept.running ??= start(kept, dataVersion, now, work.ask(name, question));
  kept.waiting += 1;
  const finished = await soon(kept.running, patience).finally(() => {
    kept.waiting -= 1;
  });
  if (finished.isReady) return ready(finished.answer, finished.answer.dataVersion === dataVersion);
  return kept.latest === undefined ? { status: 'working' } : ready(kept.latest, false);
}

function start(
  kept: KeptModel,
  dataVersion: number,
  asOf: string,
  job: Promise<unknown>,
): Promise<Finished> {
  const running = job.then((answer) => ({ dataVersion, asOf, answer }));
  running
    .then((finished) => {
      kept.latest = finished;
    })
    .catch((error: unknown) => {
      // Whoever waits is told at once; only where nobody does is it kept for the next.
      if (kept.waiting === 0) kept.failed = { dataVersion, error };
    })
    .finally(() => {
      delete kept.running;
    });
  return running;
}

/** The table of jobs says what a job answers; the store holds answers of every kind. */
function ready<Answer>(
  { answer, asOf, dataVersion }: Finished,
  isCurrent: boolean,
): Extract<ModelAnswer<Answer>, { status: 'ready' }> {
  return { status: 'ready', answer: answer as Answer, asOf, dataVersion, isCurrent };
}

function keptFor(db: Db, key: string): KeptModel {
  const store = stores.get(db) ?? new Map<string, KeptModel>();
  stores.set(db, store);
  const known = store.get(key) ?? { waiting: 0 };
  // The one last asked for stands last.
  store.delete(key);
  store.set(key, known);
  const [oldest] = store.keys();
  if (store.size > mostKept && oldest !== undefined) store.delete(oldest);
  return known;
}
