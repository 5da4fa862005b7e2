import type { AppLoadContext } from '@remix-run/node';

import { figureEightModel } from '#app/figure-eight/figure-eight-model.server.ts';
import type { FigureEightReport } from '#app/figure-eight/figure-eight-report.ts';
import type { FigureEightView } from '#app/figure-eight/figure-eight-view.ts';
import { loader as csvLoader } from '#app/routes/relations/figure-eight-csv.ts';
import { loader as jsonLoader } from '#app/routes/relations/figure-eight-json.ts';
import { loader as pageLoader } from '#app/routes/relations/figure-eight.tsx';
import type { User } from '#app/server/context.server.ts';
import { jobs } from '#app/work/jobs.server.ts';
import { workHere, type Work } from '#app/work/work.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import { contextFor } from '../../builders/request-context.ts';
import { today } from './cohort.ts';

/** Jobs as the product asks them, but for fewer refits: enough for the classes of the cohort. */
function quickWork(db: Db): Work {
  return workHere(db, () =>
    Promise.resolve({
      ...jobs,
      figureEightModel: (from, question) => figureEightModel(from, { ...question, refits: 60 }),
    }),
  );
}

/** Jobs of which figure 8 is never done, or one of its variants; or one that fails, where an error is given. */
export function workWithout(db: Db, variant = '', error?: Error): Work {
  const work = quickWork(db);
  return {
    ...work,
    ask: (name, question) => {
      const isLeftOut = name === 'figureEightModel' && JSON.stringify(question).includes(variant);
      if (!isLeftOut) return work.ask(name, question);
      return error === undefined ? new Promise<never>(() => undefined) : Promise.reject(error);
    },
  };
}

export function contextOf(db: Db, user: User, work: Work = quickWork(db)): AppLoadContext {
  return { ...contextFor(db, user, today), work };
}

const argumentsFor = (context: AppLoadContext, path: string, search: string) => ({
  request: new Request(`https://thread.example.org/relations/${path}${search}`),
  context,
  params: {},
});

/** The page's answer, and the headers that go with it. */
export async function askPage(context: AppLoadContext, search = '') {
  const { data, init } = await pageLoader(argumentsFor(context, 'figure-eight', search));
  return { view: data, headers: new Headers(init?.headers) };
}

export async function viewFor(db: Db, user: User, search = ''): Promise<FigureEightView> {
  return (await askPage(contextOf(db, user), search)).view;
}

export async function reportFor(db: Db, user: User, search = ''): Promise<FigureEightReport> {
  const { result } = await viewFor(db, user, search);
  if (result.status !== 'report') throw new Error(`No report but ${JSON.stringify(result)}`);
  return result.report;
}

export async function wordsFor(db: Db, user: User, search = ''): Promise<string> {
  const { result } = await viewFor(db, user, search);
  return result.status === 'words' ? result.words : result.status;
}

export function csvFor(db: Db, user: User, search = ''): Promise<Response> {
  return csvLoader(argumentsFor(contextOf(db, user), 'figure-eight.csv', search));
}

export function jsonFor(db: Db, user: User, search = ''): Promise<Response> {
  return jsonLoader(argumentsFor(contextOf(db, user), 'figure-eight.json', search));
}
