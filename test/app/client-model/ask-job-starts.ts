import type { AppLoadContext } from '@remix-run/node';

import type { JobStartsReport } from '#app/client-model/job-starts/report.ts';
import { loader as csvLoader } from '#app/routes/relations/job-starts-csv.ts';
import { loader as jsonLoader } from '#app/routes/relations/job-starts-json.ts';
import { loader as pageLoader } from '#app/routes/relations/job-starts.tsx';
import type { User } from '#app/server/context.server.ts';
import type { Work } from '#app/work/work.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import { contextFor } from '../../builders/request-context.ts';
import { today } from './evaluation-clients.ts';

const argumentsFor = (context: AppLoadContext, path: string, search: string) => ({
  request: new Request(`https://thread.example.org/relations/${path}${search}`),
  context,
  params: {},
});

export const contextOf = (db: Db, user: User): AppLoadContext => contextFor(db, user, today);

/** Work that is never done. */
export const endlessWork: Work = {
  ask: () => new Promise(() => undefined),
  close: () => Promise.resolve(),
};

/** The page's answer, and the headers that go with it. */
export async function askPage(context: AppLoadContext, search = '') {
  const { data, init } = await pageLoader(argumentsFor(context, 'job-starts', search));
  return { page: data, headers: new Headers(init?.headers) };
}

export async function htmlFor(db: Db, user: User, search = ''): Promise<string> {
  return (await askPage(contextOf(db, user), search)).page.html ?? '';
}

export function csvOf(context: AppLoadContext, search = ''): Promise<Response> {
  return csvLoader(argumentsFor(context, 'job-starts.csv', search));
}

export function jsonOf(context: AppLoadContext, search = ''): Promise<Response> {
  return jsonLoader(argumentsFor(context, 'job-starts.json', search));
}

/** The JSON file: the same object that page and CSV are made from. */
export async function reportFor(db: Db, user: User, search = ''): Promise<JobStartsReport> {
  return (await (await jsonOf(contextOf(db, user), search)).json()) as JobStartsReport;
}
