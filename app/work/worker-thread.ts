import { parentPort, workerData } from 'node:worker_threads';

import { openDatabase } from '#db/connection/open-database.ts';

import type { Jobs } from './jobs.server.ts';
import { writingLane, type Lane } from './lanes.server.ts';
import { linkageJobs } from './linkage-jobs.server.ts';
import type { Answered, Asked } from './messages.ts';
import { jobNamed } from './work.server.ts';

/** One lane: jobs one after the other, from a connection that in most lanes can only read. */
const { databaseFile, lane } = workerData as { databaseFile: string; lane: Lane };
const { db } = openDatabase({ path: databaseFile, readOnly: lane !== writingLane });
const jobs: Partial<Jobs> =
  lane === writingLane ? linkageJobs : (await import('./jobs.server.ts')).jobs;

parentPort?.on('message', ({ id, name, question }: Asked) => {
  void jobNamed(jobs, name)(db, question)
    .then(
      (answer): Answered => ({ id, status: 'done', answer }),
      (error: unknown): Answered => ({
        id,
        status: 'failed',
        message: error instanceof Error ? error.message : String(error),
        stack: error instanceof Error ? error.stack : undefined,
      }),
    )
    .then((answered) => parentPort?.postMessage(answered));
});
