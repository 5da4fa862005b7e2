import type { JobName, QuestionOf } from './jobs.server.ts';

/** What the two threads say to one another. */
export interface Asked {
  id: number;
  name: JobName;
  question: QuestionOf<JobName>;
}

export type Answered =
  | { id: number; status: 'done'; answer: unknown }
  | { id: number; status: 'failed'; message: string; stack: string | undefined };
