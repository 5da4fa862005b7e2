import type { Db } from '#db/connection/open-database.ts';

import type { AnswerOf, Job, JobName, Jobs, QuestionOf } from './jobs.server.ts';

/** Where jobs are done, as routes see it. */
export interface Work {
  ask: <Name extends JobName>(name: Name, question: QuestionOf<Name>) => Promise<AnswerOf<Name>>;
  close: () => Promise<void>;
}

/**
 * Jobs done on the asking thread: for development, where files change under a running server, and for tests of pages.
 * Questions and answers are copied as between threads, so that what cannot travel fails here too.
 */
export function workHere(db: Db, jobs: () => Promise<Jobs>): Work {
  return {
    ask: async <Name extends JobName>(name: Name, question: QuestionOf<Name>) => {
      const job = jobNamed(await jobs(), name);
      return structuredClone<AnswerOf<Name>>(await job(db, structuredClone(question)));
    },
    close: () => Promise.resolve(),
  };
}

/** The job of a name: the compiler knows each job of the table, but not that name and question belong together. */
export function jobNamed<Name extends JobName>(
  jobs: Partial<Jobs>,
  name: Name,
): Job<QuestionOf<Name>, AnswerOf<Name>> {
  return jobs[name] as unknown as Job<QuestionOf<Name>, AnswerOf<Name>>;
}
