import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { findBrowser } from './lib/find-browser.mjs';
import { checkNodeVersion, installPackages, root } from './lib/install.mjs';
import { runTool } from './lib/run-tool.mjs';
import { printTable, rowsOfReport } from './lib/test-report.mjs';

// `npm test`: everything, on a fresh clone too. The last line is the count; any failure makes the command fail.

const REPORT = join(root, 'test-results', 'vitest.json');

checkNodeVersion();
installPackages();

const rows = [
  await check('formatting', () => runTool('prettier', ['--check', '.'])),
  await check('lint', () => runTool('eslint', ['.', '--max-warnings', '0'])),
  await check('types', () => runTool('tsc', ['--noEmit'])),
  await check('build', () =>
    runTool('remix', ['vite:build'], { quiet: true, env: { NODE_ENV: 'production' } }),
  ),
  ...(await runTests()),
];
printTable(rows);
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

/** A check that passes or fails as a whole. */
async function check(name, run) {
  console.log(`\n> ${name}`);
  const start = performance.now();
  const hasPassed = (await run()) === 0;
  const seconds = (performance.now() - start) / 1000;
  return { name, passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, seconds };
}

async function runTests() {
  const browser = await findBrowser();
  console.log('\n> tests');
  rmSync(REPORT, { force: true });
  const projects = browser === undefined ? ['unit', 'db', 'application'] : [];
  const code = await runTool(
    'vitest',
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
      ...projects.map((name) => `--project=${name}`),
    ],
    { env: { BROWSER_PATH: browser ?? '', NODE_ENV: 'test' } },
  );
  const found = existsSync(REPORT) ? rowsOfReport(JSON.parse(readFileSync(REPORT, 'utf8'))) : [];
  if (browser === undefined) {
    console.error(
      'No browser for the browser tests: install Chromium or Chrome, or set BROWSER_PATH to one.',
    );
    found.push({ name: 'browser', passed: 0, failed: 1, seconds: 0 });
  }
  // vitest fails on errors outside tests too, and when there was no test at all.
  if (found.length === 0 || (code !== 0 && found.every(({ failed }) => failed === 0))) {
    found.push({ name: 'test run', passed: 0, failed: 1, seconds: 0 });
  }
  return found;
}
