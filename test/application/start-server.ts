import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { openDatabase, type Db } from '#db/connection/open-database.ts';

import { temporaryDatabaseFile } from '../db/temporary-database.ts';
import { freePort } from './free-port.ts';
import { Visitor } from './visitor.ts';

const root = join(import.meta.dirname, '..', '..');

export interface TestServer {
  origin: string;
  /** The test's own connection to the server's file, to prepare and to look at what was saved. */
  db: Db;
  path: string;
  process: ChildProcess;
  /** Everything the server has printed. */
  output: () => string;
  /** A browser without cookies. */
  visitor: () => Visitor;
  /** A browser that is signed in; the account comes from addUser(db). */
  signIn: (email: string, password?: string) => Promise<Visitor>;
  /** Stops the server, removes its file, and gives its exit code. */
  stop: () => Promise<number | null>;
}

interface Options {
  /** A file with data in it, removed at the end; without it, an empty one. */
  file?: string;
  /** Settings that differ from a plain site's. */
  environment?: Record<string, string>;
  /** Fills the file before the server opens it. */
  prepare?: (db: Db) => Promise<void>;
  /** A module of a test's own that runs first in the server's process, with a channel for messages to it and back. */
  preload?: string;
}

/** The built product, started as `npm start` does, on a free port and with a database file of its own. */
export async function startTestServer({
  file,
  environment = {},
  prepare,
  preload,
}: Options = {}): Promise<TestServer> {
  if (!existsSync(join(root, 'build', 'server', 'index.js'))) {
    throw new Error('Application tests run against the build: run "npm run build" first.');
  }
  const path = file ?? (await temporaryDatabaseFile());
  const { db, close } = openDatabase({ path });
  await prepare?.(db);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const settings = {
    DATABASE_FILE: path,
    HOST: '127.0.0.1',
    PORT: String(port),
    ORIGIN: origin,
    TRUSTED_PROXY_HOPS: '0',
    DEMO: '0',
    ...environment,
  };
  const started = startProcess(settings, preload);
  await started.isReady;
  const visitor = () => new Visitor(origin);
  return {
    origin,
    db,
    path,
    process: started.process,
    output: started.output,
    visitor,
    signIn: async (email, password) => {
      const browser = visitor();
      const response = await browser.signIn(email, password);
      if (response.status !== 303) throw new Error(`Signing in gave ${response.status}`);
      return browser;
    },
    stop: async () => {
      started.process.kill('SIGTERM');
      const code = await started.exitCode;
      await close();
      rmSync(dirname(path), { recursive: true, force: true });
      return code;
    },
  };
}

interface Started {
  process: ChildProcess;
  output: () => string;
  isReady: Promise<void>;
  exitCode: Promise<number | null>;
}

/** The command of `npm start` without npm and tsx's own processes, so that signals reach the server itself. */
export function startProcess(environment: Record<string, string>, preload?: string): Started {
  const imported = ['tsx', ...(preload === undefined ? [] : [preload])];
  const imports = imported.flatMap((module) => ['--import', module]);
  const server = spawn(process.execPath, [...imports, 'app/server/start.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, TZ: 'UTC', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', preload === undefined ? 'ignore' : 'ipc'],
  });
  let output = '';
  const exitCode = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const isReady = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('"event":"started"')) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    void exitCode.then((code) =>
      reject(new Error(`The server ended with ${String(code)}:\n${output}`)),
    );
  });
  // Some tests only want the exit code.
  isReady.catch(() => undefined);
  return { process: server, output: () => output, isReady, exitCode };
}
