import { existsSync } from 'node:fs';

import { demoAccounts } from '#db/demo/accounts.ts';
import { openDatabase } from '#db/connection/open-database.ts';
import type { Role } from '#db/schema/people.ts';

import { DEMO_FILE, makeDemoFile } from '../lib/demo-file.ts';
import { firstFreePort } from '../lib/free-port.ts';
import { load, quantile, type Target } from './load.ts';
import { startInOwnProcess } from './own-process.ts';
import { scriptBytes } from './script-bytes.ts';
import { signIn } from './sign-in.ts';

const USERS = 20;
const ROUNDS = 5;
const REQUESTS_A_ROUND = 200;
const AIM_RATIO = 2;
const AIM_SCRIPT_BYTES = 120_000;

/**
 * The five main pages with the demo data under 20 people at once, beside a bare Remix page with one SQLite read. The
 * bare page is measured again beside each page, in turns, so that both meet the same moods of the machine.
 * Milliseconds differ from machine to machine; the ratios are what counts.
 */
export async function benchPages(): Promise<void> {
  if (!existsSync('build/server/index.js')) throw new Error('Run "npm run build" first.');
  await makeDemoFile({ isFresh: false });
  const teamId = await demoTeamId();
  const product = await startProduct();
  const bare = await startBarePage();
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
    for (const { name, path, role } of pages) {
      const cookie = await signIn(product.origin, accountOf(role));
      const page = { url: `${product.origin}${path}`, cookie };
      const times = await inTurns(page, { url: `${bare.origin}/` });
      print(name, times, await scriptBytes(product.origin, path, cookie));
    }
    console.log(
      `\nAims: p95 at most ${AIM_RATIO} times the bare page's; at most ${AIM_SCRIPT_BYTES / 1000} kB of JavaScript (gzip) a page.`,
    );
  } finally {
    await bare.stop();
    await product.stop();
  }
}

interface Times {
  page: number[];
  bare: number[];
}

/** A first round of each warms up and does not count. */
async function inTurns(page: Target, bare: Target): Promise<Times> {
  const times: Times = { page: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ofBare = await load(bare, USERS, REQUESTS_A_ROUND);
    const ofPage = await load(page, USERS, REQUESTS_A_ROUND);
    if (round === 0) continue;
    times.bare.push(...ofBare);
    times.page.push(...ofPage);
  }
  return times;
}

function print(name: string, { page, bare }: Times, script: number): void {
  const compared = (share: number): string => {
    const [ofPage, ofBare] = [quantile(page, share), quantile(bare, share)];
    return `${ofPage.toFixed(1)} ms, bare ${ofBare.toFixed(1)} (${(ofPage / ofBare).toFixed(2)}x)`;
  };
  console.log(
    [
      name.padEnd(24),
      `median ${compared(0.5)}`.padEnd(38),
      `p95 ${compared(0.95)}`.padEnd(36),
      `JavaScript ${(script / 1000).toFixed(1)} kB`,
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

async function startProduct() {
  const port = await firstFreePort('127.0.0.1', 4300);
  const environment = {
    DATABASE_FILE: DEMO_FILE,
    DEMO: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    ORIGIN: '',
    LOG_LEVEL: 'error',
  };
  return startInOwnProcess(['app/server/start.ts'], { port, path: '/health', environment });
}

async function startBarePage() {
  const port = await firstFreePort('127.0.0.1', 4400);
  const script = ['scripts/bench/bare-remix.ts', DEMO_FILE, String(port)];
  return startInOwnProcess(script, { port, path: '/' });
}
