import { Agent, get } from 'node:http';

export interface Target {
  url: string;
  cookie?: string | undefined;
}

/**
 * `users` people who each ask again as soon as they have been answered, until `requests` have been sent in all. Gives
 * how long each waited, in milliseconds.
 */
export async function load(target: Target, users: number, requests: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: users });
  const times: number[] = [];
  let sent = 0;
  const user = async (): Promise<void> => {
    while (sent < requests) {
      sent += 1;
      times.push(await timeOf(target, agent));
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  agent.destroy();
  return times;
}

/** The time within which this share of the requests was answered. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
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
