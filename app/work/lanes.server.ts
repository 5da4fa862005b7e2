import type { JobName } from './jobs.server.ts';

/**
 * Each lane is a thread of its own: a page's figures never queue behind a model that takes seconds, nor a model behind a
 * figure of a thousand refits, which takes minutes.
 */
export type Lane = 'pages' | 'models' | 'refits' | 'linkage';

/** Imports write what they read, in small parts; every other lane has a connection that can only read. */
export const writingLane: Lane = 'linkage';

export const laneOf: Readonly<Record<JobName, Lane>> = {
  relationsPage: 'pages',
  relationsFile: 'pages',
  protectedTeamRates: 'pages',
  protectedEvaluation: 'pages',
  overTimeSeries: 'pages',
  linkageExtract: 'linkage',
  linkageImport: 'linkage',
  linkageUndo: 'linkage',
  linkageCleanUp: 'linkage',
  jobStarts: 'models',
  figureEightModel: 'refits',
  caseMixRelease: 'models',
  outcomesRound: 'models',
  outcomesFile: 'models',
  providerEvidence: 'models',
};
