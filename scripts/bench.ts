import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

import { demoAccounts } from '#db/demo/accounts.ts';
import { openDatabase } from '#db/connection/open-database.ts';
import type { Role } from '#db/schema/people.ts';

import { startBareRemix } from './bench/bare-remix.ts';
import { load, type LoadResult } from './bench/load.ts';
import { scriptBytes } from './bench/script-bytes.ts';
import { signIn } from './bench/sign-in.ts';
import { DEMO_FILE, makeDemoFile } from './lib/demo-file.ts';
import { firstFreePort } from './lib/free-port.ts';
import { runScript } from './lib/run-script.ts';

/**
 * The five main pages with the demo data under 20 people at once, beside a bare Remix page with one SQLite read in the
 * same run. Milliseconds differ from machine to machine; the ratios are what counts.
 */
const USERS = 20;
const REQUESTS = 1000;
const WARM_UP = 100;
const AIM_RATIO = 2;
const AIM_SCRIPT_BYTES = 120_000;

await runScript(async () => {
  if (!existsSync('build/server/index.js')) throw new Error('Run "npm run build" first.');
  await makeDemoFile({ isFresh: false });
  const teamId = await demoTeamId();
  const server = await startProduct();
  const bare = await startBareRemix(DEMO_FILE);
  try {
    const pages: { name: string; path: string; role: Role }[] = [
      { name: 'Home of a team leader', path: '/', role: 'team-leader' },
      { name: 'Team page', path: `/teams/${teamId}`, role: 'team-leader' },
      { name: 'Relations', path: '/relations', role: 'national-reader' },
      {
        name: 'Log an employer contact',
        path: `/teams/${teamId}/contacts/new`,
        role: 'employment-specialist',
      },
      { name: 'Reviews', path: '/reviews', role: 'reviewer' },
    ];
    const base = await measure({ url: bare.url });
    print('Bare Remix page', base, base, null);
    for (const { name, path, role } of pages) {
      const cookie = await signIn(server.origin, accountOf(role));
      const url = `${server.origin}${path}`;
      const result = await measure({ url, cookie });
      print(name, result, base, await scriptBytes(server.origin, path, cookie));
    }
    console.log(
      `\nAims: p95 at most ${AIM_RATIO} times the bare page's; at most ${AIM_SCRIPT_BYTES / 1000} kB of JavaScript (gzip) a page.`,
    );
  } finally {
    await bare.stop();
    await server.stop();
  }
});

async function measure(target: { url: string; cookie?: string }): Promise<LoadResult> {
  await load(target, USERS, WARM_UP);
  return load(target, USERS, REQUESTS);
}

function print(name: string, result: LoadResult, base: LoadResult, script: number | null): void {
  const ratio = (value: number): string => `${value.toFixed(2)}x`;
  console.log(
    [
      name.padEnd(26),
      `median ${result.medianMs.toFixed(1)} ms (${ratio(result.medianMs / base.medianMs)})`.padEnd(
        28,
      ),
      `p95 ${result.p95Ms.toFixed(1)} ms (${ratio(result.p95Ms / base.p95Ms)})`.padEnd(26),
      `${result.requestsPerSecond.toFixed(0)}/s`.padEnd(8),
      script === null ? '' : `JavaScript ${(script / 1000).toFixed(1)} kB`,
    ].join(' '),
  );
}

function accountOf(role: Role) {
  const account = demoAccounts.find((known) => known.role === role);
  if (account === undefined) throw new Error(`bench: the demo has no account for ${role}`);
  return account;
}

async function demoTeamId(): Promise<string> {
  const opened = openDatabase({ path: DEMO_FILE, readOnly: true });
  try {
    const leader = await opened.db
      .selectFrom('users')
      .select('teamId')
      .where('email', '=', accountOf('team-leader').email)
      .executeTakeFirstOrThrow();
    return leader.teamId ?? '';
  } finally {
    await opened.close();
  }
}

/** The product in a process of its own, as in use: this one makes the load. */
async function startProduct(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const port = await firstFreePort('127.0.0.1', 4300);
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server/start.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_FILE: DEMO_FILE,
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      ORIGIN: '',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      if ((await fetch(`${origin}/health`)).ok) break;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  return {
    origin,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}
