import { Agent, get } from 'node:http';

export interface LoadResult {
  requests: number;
  medianMs: number;
  p95Ms: number;
  requestsPerSecond: number;
}

interface Target {
  url: string;
  cookie?: string | undefined;
}

/** `users` people who each ask again as soon as they have been answered, until `requests` have been sent in all. */
export async function load(target: Target, users: number, requests: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: users });
  const times: number[] = [];
  let sent = 0;
  const started = performance.now();
  const user = async (): Promise<void> => {
    while (sent < requests) {
      sent += 1;
      times.push(await timeOf(target, agent));
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
  return {
    requests: times.length,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    requestsPerSecond: times.length / seconds,
  };
}

function timeOf({ url, cookie }: Target, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const request = get(
      url,
      {
        agent,
        headers: { 'accept-encoding': 'identity', ...(cookie === undefined ? {} : { cookie }) },
      },
      (response) => {
        // A redirect or an error page is fast and would flatter the figures.
        if (response.statusCode !== 200) {
          reject(new Error(`${url} answered ${response.statusCode ?? 'nothing'}`));
          response.resume();
          return;
        }
        response.resume();
        response.on('end', () => {
          resolve(performance.now() - started);
        });
      },
    );
    request.on('error', reject);
  });
}
