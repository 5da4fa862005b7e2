import { defineConfig } from 'vitest/config';

/**
 * One runner, four kinds of test, told apart by folder so that `npx vitest --project unit` stays fast:
 * unit (pure functions and configuration), db (a real SQLite file per test), application (the built
 * product over HTTP) and browser (the built product in a real browser).
 */
const shared = { env: { TZ: 'Europe/London' } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          setupFiles: ['test/fixed-seed.ts'],
          include: ['test/{scoring,app,config,scripts}/**/*.test.{ts,tsx}'],
          // Loading ESLint with types for the boundary test takes seconds on a busy machine.
          testTimeout: 30_000,
        },
      },
      { test: { ...shared, name: 'db', include: ['test/db/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          ...shared,
          name: 'application',
          include: ['test/application/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
