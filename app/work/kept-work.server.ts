import type { AppLoadContext } from '@remix-run/node';

import { keptResult } from '#app/cache/kept-results.server.ts';

import type { AnswerOf, JobName, QuestionOf } from './jobs.server.ts';

/** The data, and where figures are worked out from them. */
export type Workplace = Pick<AppLoadContext, 'db' | 'work'>;

/** A job's answer, kept until the data change. Two people who ask at once share one job. */
export function keptWork<Name extends JobName>(
  { db, work }: Workplace,
  name: Name,
  question: QuestionOf<Name>,
): Promise<AnswerOf<Name>> {
  return keptResult(db, `work ${name} ${JSON.stringify(question)}`, () => work.ask(name, question));
}

/** What a page can say at once of an answer that may take long. */
export type Soon<Answer> =
  { readonly isReady: true; readonly answer: Answer } | { readonly isReady: false };

const patienceMs = 2500;

/**
 * The answer if it comes soon, or the word that it is being worked out: the page then says so and asks again by itself.
 * The work goes on meanwhile, and whoever asks next finds it.
 */
export async function soon<Answer>(
  answer: Promise<Answer>,
  patience = patienceMs,
): Promise<Soon<Answer>> {
  let timer: NodeJS.Timeout | undefined;
  const later = new Promise<Soon<Answer>>((resolve) => {
    timer = setTimeout(() => resolve({ isReady: false }), patience);
  });
  try {
    return await Promise.race([
      answer.then((value): Soon<Answer> => ({ isReady: true, answer: value })),
      later,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
