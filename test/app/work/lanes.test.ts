import { expect, test } from 'vitest';

import { jobs } from '#app/work/jobs.server.ts';
import { laneOf, writingLane } from '#app/work/lanes.server.ts';
import { linkageJobs } from '#app/work/linkage-jobs.server.ts';

const jobsOf = (lane: string): string[] =>
  Object.entries(laneOf).flatMap(([job, its]) => (its === lane ? [job] : []));

test('nothing short stands behind something long, and what writes is by itself', () => {
  expect(jobsOf('pages').toSorted()).toEqual([
    'overTimeSeries',
    'protectedEvaluation',
    'protectedTeamRates',
    'relationsFile',
    'relationsPage',
  ]);
  expect(jobsOf('refits')).toEqual(['figureEightModel']);
  // Its thread has these jobs alone.
  expect(jobsOf(writingLane).toSorted()).toEqual(Object.keys(linkageJobs).toSorted());
  expect(Object.keys(laneOf).toSorted()).toEqual(Object.keys(jobs).toSorted());
});
