import { connect } from 'node:net';
import { join } from 'node:path';

import SQLite from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';

import { openDatabase, type Db } from '#db/connection/open-database.ts';
import { migrateFile } from '#db/migrate.ts';
import { demoAccounts } from '#db/demo/accounts.ts';

import { temporaryDatabaseFile, temporaryFolder } from '../db/temporary-database.ts';
import { freePort } from './free-port.ts';
import { startProcess, startTestServer, type TestServer } from './start-server.ts';

let server: TestServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** A start that is expected to fail: what it printed, and its exit code. */
async function failedStart(environment: Record<string, string>) {
  const PORT = String(await freePort());
  const started = startProcess({ PORT, HOST: '127.0.0.1', ORIGIN: '', DEMO: '0', ...environment });
  const code = await started.exitCode;
  return { code, output: started.output() };
}

async function makeDemo(db: Db): Promise<void> {
  await db
    .insertInto('installation')
    .values([
      { key: 'demo', value: '1' },
      { key: 'demo_day', value: '2026-07-03' },
    ])
    .execute();
}

test('a request in flight is answered before SIGTERM ends the server with 0', async () => {
  server = await startTestServer();
  const { port, host } = new URL(server.origin);
  const body = 'email=a%40example.org&password=wrong&next=%2F';
  const socket = connect(Number(port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(
    [
      'POST /sign-in HTTP/1.1',
      `Host: ${host}`,
      `Origin: ${server.origin}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      '',
      body.slice(0, 10),
    ].join('\r\n'),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.process.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 300));
  socket.write(body.slice(10));
  await closed;
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400 /);
  await expect.poll(() => server?.process.exitCode, { timeout: 5000 }).toBe(0);
  expect(server.output()).toContain('"event":"stopped"');
});

test('a request that never ends does not keep the server from stopping in ten seconds', async () => {
  server = await startTestServer();
  const { port, host } = new URL(server.origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\nemail=`,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const start = performance.now();
  server.process.kill('SIGTERM');
  await expect.poll(() => server?.process.exitCode, { timeout: 12_000 }).toBe(0);
  expect(performance.now() - start).toBeLessThan(10_000);
  socket.destroy();
});

test('a wrong setting is named with its rule', async () => {
  const { code, output } = await failedStart({ PORT: 'eighty', DEMO: 'maybe' });
  expect(code).toBe(1);
  expect(output).toContain('PORT must be a port from 1 to 65535');
  expect(output).toContain('DEMO must be 1 for the demonstration');
});

test('a file that is not there is not made', async () => {
  const DATABASE_FILE = join(temporaryFolder(), 'none.sqlite');
  const { code, output } = await failedStart({ DATABASE_FILE });
  expect([code, output]).toEqual([1, expect.stringContaining('is missing or empty')]);
});

test('a file that lacks migrations is refused', async () => {
  const DATABASE_FILE = join(temporaryFolder(), 'old.sqlite');
  await migrateFile(DATABASE_FILE, { now: new Date(), upTo: '0001-teams-and-people' });
  const { code, output } = await failedStart({ DATABASE_FILE });
  expect([code, output]).toEqual([1, expect.stringContaining('npm run db:migrate')]);
});

test('a file that a newer version has changed is refused', async () => {
  const DATABASE_FILE = await temporaryDatabaseFile();
  const newer = new SQLite(DATABASE_FILE);
  newer.exec("insert into kysely_migration values ('9999-to-come', '2030-01-01')");
  newer.close();
  const { code, output } = await failedStart({ DATABASE_FILE });
  expect([code, output]).toEqual([1, expect.stringContaining('newer version')]);
});

test('the demonstration opens no other file, and no other site opens the demonstration’s', async () => {
  const plain = await temporaryDatabaseFile();
  const refusedDemo = await failedStart({ DATABASE_FILE: plain, DEMO: '1' });
  expect([refusedDemo.code, refusedDemo.output]).toEqual([
    1,
    expect.stringContaining('is not the demonstration'),
  ]);
  const { db, close } = openDatabase({ path: plain });
  await makeDemo(db);
  await close();
  const refusedSite = await failedStart({ DATABASE_FILE: plain });
  expect([refusedSite.code, refusedSite.output]).toEqual([
    1,
    expect.stringContaining('holds demonstration data'),
  ]);
});

test('the sign-in page lists the demonstration’s accounts there and nowhere else', async () => {
  server = await startTestServer({ environment: { DEMO: '1' }, prepare: makeDemo });
  const page = await (await server.visitor().get('/sign-in')).text();
  for (const { email } of demoAccounts) expect(page).toContain(email);
  await server.stop();
  server = await startTestServer();
  const plain = await (await server.visitor().get('/sign-in')).text();
  for (const { email, password } of demoAccounts) {
    expect(plain).not.toContain(email);
    expect(plain).not.toContain(password);
  }
});
