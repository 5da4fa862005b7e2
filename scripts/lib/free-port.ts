import { createServer } from 'node:net';

/** The first port from `from` on that nobody listens on. */
export async function firstFreePort(host: string, from: number): Promise<number> {
  for (let port = from; port < from + 100; port += 1) {
    if (await isFree(host, port)) return port;
  }
  throw new Error(`No free port from ${from} to ${from + 99}.`);
}

async function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
