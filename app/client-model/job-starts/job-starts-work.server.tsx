import { renderToStaticMarkup } from 'react-dom/server';

import type { Db } from '#db/connection/open-database.ts';

import { JobStartsContent } from './job-starts-content.tsx';
import { addressOf, jobStartsQuestion, type TeamsSeen } from './question.server.ts';
import type { JobStartsReport } from './report.ts';
import { jobStartsReport } from './report.server.ts';

export interface JobStartsAsked {
  /** The address's question, in its full and only form (addressOf). */
  query: string;
  /** What the reader may know of teams, as far as this model tells of them (teamsThatMatter). */
  teams: TeamsSeen;
  today: string;
}

/** The protected model, and the same drawn. */
export interface JobStartsAnswer {
  report: JobStartsReport;
  html: string;
}

/** The model of job starts: seconds of work, so it has a thread of its own. */
export async function jobStarts(
  db: Db,
  { query, teams, today }: JobStartsAsked,
): Promise<JobStartsAnswer> {
  const question = await jobStartsQuestion(db, new URLSearchParams(query), today, teams);
  const report = await jobStartsReport(db, question, teams);
  const content = <JobStartsContent report={report} query={addressOf(question)} />;
  return { report, html: renderToStaticMarkup(content, { identifierPrefix: 'model-' }) };
}
