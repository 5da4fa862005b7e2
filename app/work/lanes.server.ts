import type { JobName } from './jobs.server.ts';

/**
 * Each lane is a thread of its own: a page's figures never queue behind a model that takes seconds, nor a model behind a
 * figure of a thousand refits, which takes minutes.
 */
export type Lane = 'pages' | 'models' | 'refits' | 'linkage';

/** Imports write what they read, in small parts; every other lane has a connection that can only read. */
export const writingLane: Lane = 'linkage';

/**
 * Megabytes that values of a lane may take; Node's own limit where undefined. V8 lets what is no longer used lie about the
 * longer the more it is allowed: a return of a hundred thousand people needs 100, and left by itself it took 500.
 */
export const megabytesOf: Readonly<Partial<Record<Lane, number>>> = { linkage: 512 };

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
