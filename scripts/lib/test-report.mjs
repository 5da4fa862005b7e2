import { relative } from 'node:path';

import { root } from './install.mjs';

/** The kinds of test by their folder under test/, in the order of the summary. */
const kinds = {
  unit: ['scoring', 'app', 'config', 'scripts'],
  database: ['db'],
  application: ['application'],
  browser: ['browser'],
};

/**
 * Counts of vitest's JSON report by kind of test. A file that could not even be loaded has no tests of its own and
 * counts as one failure; so does a skipped test, since nothing here may be skipped unseen.
 */
export function rowsOfReport(report) {
  const rows = Object.keys(kinds).map((name) => ({ name, passed: 0, failed: 0, seconds: 0 }));
  for (const file of report.testResults) {
    const row = rows.find(({ name }) => name === kindOf(file.name)) ?? rows[0];
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    const others = file.assertionResults.length - passed;
    row.passed += passed;
    row.failed += others === 0 && file.status === 'failed' ? 1 : others;
    row.seconds += Math.max(0, file.endTime - file.startTime) / 1000;
  }
  return rows.filter(({ passed, failed }) => passed + failed > 0);
}

function kindOf(file) {
  const folder = relative(root, file).split(/[\\/]/)[1];
  return Object.keys(kinds).find((name) => kinds[name].includes(folder));
}

/** Names, counts and times in columns. */
export function printTable(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log('');
  for (const { name, passed, failed, seconds } of rows) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
    console.log(`${name.padEnd(width)} ${counts} ${seconds.toFixed(1).padStart(7)} s`);
  }
  console.log('');
}
