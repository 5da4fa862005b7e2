import { expect, test } from 'vitest';

import { jobs } from '#app/work/jobs.server.ts';
import { laneOf, writingLane } from '#app/work/lanes.server.ts';

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
  expect(jobsOf(writingLane).every((job) => job.startsWith('linkage'))).toBe(true);
  expect(Object.keys(laneOf).toSorted()).toEqual(Object.keys(jobs).toSorted());
});
