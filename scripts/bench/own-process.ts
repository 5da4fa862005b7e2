import { spawn } from 'node:child_process';

export interface OwnProcess {
  origin: string;
  stop: () => Promise<void>;
}

/** A server in a process of its own, as in use: this one makes the load. Ready once it answers at `path`. */
export async function startInOwnProcess(
  script: readonly string[],
  {
    port,
    path,
    environment = {},
  }: { port: number; path: string; environment?: Record<string, string> },
): Promise<OwnProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...script], {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = () =>
    new Promise<void>((done) => {
      child.once('exit', () => done());
      child.kill('SIGTERM');
    });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await answers(`${origin}${path}`)) return { origin, stop };
    await new Promise((done) => setTimeout(done, 100));
  }
  await stop();
  throw new Error(`${script.join(' ')} does not answer`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
