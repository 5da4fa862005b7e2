import { join } from 'node:path';

import { expect, test } from 'vitest';

import { rowsOfReport } from '../../scripts/lib/test-report.mjs';

const root = join(import.meta.dirname, '..', '..');

function file(name: string, status: string, ...tests: string[]) {
  const assertionResults = tests.map((one) => ({ status: one }));
  return { name: join(root, name), status, startTime: 1000, endTime: 3500, assertionResults };
}

test('counts by kind of test; what was skipped or could not be loaded is a failure', () => {
  const testResults = [
    file('test/scoring/calendar/iso-day.test.ts', 'passed', 'passed', 'passed'),
    file('test/app/server/config.test.ts', 'failed', 'passed', 'failed'),
    file('test/db/audit.test.ts', 'failed'),
    file('test/browser/signing-in.test.ts', 'passed', 'passed', 'skipped', 'todo'),
  ];
  expect(rowsOfReport({ testResults })).toEqual([
    { name: 'unit', passed: 3, failed: 1, seconds: 5 },
    { name: 'database', passed: 0, failed: 1, seconds: 2.5 },
    { name: 'browser', passed: 1, failed: 2, seconds: 2.5 },
  ]);
});

test('no tests, no rows', () => {
  expect(rowsOfReport({ testResults: [] })).toEqual([]);
});
