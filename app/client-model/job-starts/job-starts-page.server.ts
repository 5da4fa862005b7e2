import type { AppLoadContext } from '@remix-run/node';

import { readerOf } from '#app/relations/team-names.server.ts';
import { keptModel, type ModelAnswer } from '#app/work/kept-models.server.ts';

import {
  addressOf,
  jobStartsQuestion,
  teamsSeenBy,
  teamsThatMatter,
  type JobStartsQuestion,
  type TeamsSeen,
} from './question.server.ts';
import type { JobStartsAnswer } from './job-starts-work.server.tsx';

export interface JobStartsPage {
  question: JobStartsQuestion;
  seen: TeamsSeen;
  model: ModelAnswer<JobStartsAnswer>;
}

/** What an address of the page or of its files asks for, and the answer so far. */
export async function jobStartsPage(
  context: AppLoadContext,
  request: Request,
): Promise<JobStartsPage> {
  const { db, now, today } = context;
  const seen = teamsSeenBy(readerOf(context));
  const search = new URL(request.url).searchParams;
  const question = await jobStartsQuestion(db, search, today, seen);
  const asked = {
    query: addressOf(question),
    teams: teamsThatMatter(question, seen),
    today,
  };
  return { question, seen, model: await keptModel(context, 'jobStarts', asked, now) };
}
