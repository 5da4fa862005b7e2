import { caseMixRelease } from '#app/case-mix/case-mix-work.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { jobStarts } from '#app/client-model/job-starts/job-starts-work.server.tsx';
import { figureEightModel } from '#app/figure-eight/figure-eight-model.server.ts';
import { protectedEvaluation } from '#app/relations/protected-evaluation.server.ts';
import { protectedTeamRates } from '#app/relations/protected-team-rates.server.ts';
import { outcomesFile } from '#app/outcomes/outcomes-file.server.ts';
import { outcomesRound } from '#app/outcomes/outcomes-work.server.ts';
import { overTimeSeries } from '#app/over-time/series.server.ts';
import { providerEvidence } from '#app/outcomes/provider-evidence.server.ts';
import { relationsFile, relationsPage } from '#app/relations/relations-work.server.tsx';

import { linkageJobs } from './linkage-jobs.server.ts';

/** Works something out from the data. Question and answer are plain values: they travel between threads. */
export type Job<Question, Answer> = (db: Db, question: Question) => Promise<Answer>;

/**
 * Everything that takes too long for the thread that answers requests, by name. A job must say in its question all that
 * its answer depends on beside the data, the day included.
 */
export const jobs = {
  relationsPage,
  relationsFile,
  protectedTeamRates,
  protectedEvaluation,
  overTimeSeries,
  ...linkageJobs,
  jobStarts,
  figureEightModel,
  caseMixRelease,
  outcomesRound,
  outcomesFile,
  providerEvidence,
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type QuestionOf<Name extends JobName> = Parameters<Jobs[Name]>[1];
export type AnswerOf<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;
