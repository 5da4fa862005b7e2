import type { AppLoadContext } from '@remix-run/node';
import type { Params } from '@remix-run/react';

import { signedInUser } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { teamReader } from '#app/teams/team-reader.server.ts';
import { keptWork } from '#app/work/kept-work.server.ts';
import { listChartBaselines } from '#db/queries/chart-baselines.ts';
import { findTeam, type Team } from '#db/queries/teams.ts';

import type { Measure } from './measures.ts';
import { measuresFor, questionOf, queryOf } from './question.ts';
import { baselineMonths } from './team-chart.ts';

export interface MonthsToBegin {
  team: Team;
  measure: Measure;
  /** ISO months after the chart's first, the newest first. */
  months: string[];
  /** Those in which a new baseline begins already. */
  taken: string[];
  /** The page of the chart that was asked for. */
  here: string;
}

/** The months of the chart in the address in which a new baseline can begin. */
export async function monthsToBegin(
  request: Request,
  params: Params,
  context: AppLoadContext,
): Promise<MonthsToBegin> {
  const { db, today } = context;
  const teamId = routeParam(params, 'teamId');
  const team = found(await findTeam(db, teamId));
  const viewer = found(await teamReader(db, signedInUser(context), teamId));
  const question = questionOf(new URL(request.url).searchParams, measuresFor(viewer));
  const { measure } = question;
  const asked = { teamId, measure: measure.key, viewer, today };
  const { months } = await keptWork(context, 'overTimeSeries', asked);
  const baselines = await listChartBaselines(db, teamId, measure.key);
  return {
    team,
    measure,
    months: baselineMonths(months).reverse(),
    taken: baselines.filter(({ removedAt }) => removedAt === null).map(({ month }) => month),
    here: `/teams/${teamId}/over-time?${queryOf(question)}`,
  };
}
