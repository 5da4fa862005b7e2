import { Worker } from 'node:worker_threads';

import type { JobName, QuestionOf } from './jobs.server.ts';
import { laneOf, megabytesOf, type Lane } from './lanes.server.ts';
import type { Answered, Asked } from './messages.ts';
import type { Work } from './work.server.ts';

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

interface Thread {
  ask: (name: JobName, question: QuestionOf<JobName>) => Promise<unknown>;
  close: () => Promise<void>;
}

/**
 * Jobs done beside the thread that answers requests, one thread a lane, so that nobody's page waits for another's
 * figures. A thread starts with its first job. One that dies fails the jobs it had, and the next job starts another.
 */
export function workInThreads(databaseFile: string): Work {
  const threads = new Map<Lane, Thread>();
  const threadOf = (lane: Lane): Thread => {
    const running = threads.get(lane);
    if (running !== undefined) return running;
    const thread = startThread(databaseFile, lane, () => threads.delete(lane));
    threads.set(lane, thread);
    return thread;
  };
  return {
    // What a job answers is typed by the table of jobs; a message is not.
    ask: (name, question) => threadOf(laneOf[name]).ask(name, question) as Promise<never>,
    close: async () => {
      await Promise.all([...threads.values()].map((thread) => thread.close()));
    },
  };
}

function startThread(databaseFile: string, lane: Lane, onEnd: () => void): Thread {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const worker = new Worker(new URL('./start-thread.mjs', import.meta.url), {
    workerData: { databaseFile, lane },
    resourceLimits: { maxOldGenerationSizeMb: megabytesOf[lane] },
  });
  // A thread without a job must not keep a server alive that has been asked to stop.
  worker.unref();
  worker.on('message', (answered: Answered) => {
    const job = waiting.get(answered.id);
    waiting.delete(answered.id);
    if (answered.status === 'done') job?.resolve(answered.answer);
    else job?.reject(failureOf(answered));
  });
  const end = (error: Error): void => {
    onEnd();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => end(new Error('The thread that worked this out has ended')));
  return {
    ask: (name, question) =>
      new Promise((resolve, reject) => {
        const id = (asked += 1);
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, name, question } satisfies Asked);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

function failureOf({ message, stack }: Extract<Answered, { status: 'failed' }>): Error {
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
