import type { JobName } from './jobs.server.ts';

/** Each lane is a thread of its own: a page's figures never queue behind a model that takes seconds. */
export type Lane = 'pages' | 'models';

export const laneOf: Readonly<Record<JobName, Lane>> = {
  relationsPage: 'pages',
  relationsFile: 'pages',
  protectedTeamRates: 'pages',
  figureEightModel: 'models',
};
