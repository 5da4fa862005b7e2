import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process that is asked one line at a time: how long something takes, what came out, and how much memory it took. */
export interface Side {
  /** Seconds of the processor, all threads together, that one of some runs takes on average. */
  time: (runs: number) => Promise<number>;
  answers: () => Promise<number[]>;
  /** The largest it has been, in MB; NaN where its system does not say. */
  memory: () => Promise<number>;
  stop: () => void;
}

/** A side, or why it cannot do its work here. */
export type Started = Side | { readonly absent: string };

export async function startSide(command: string, parameters: readonly string[]): Promise<Started> {
  const child = spawn(command, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
  const isFound = await new Promise<boolean>((settle) => {
    child.once('spawn', () => settle(true));
    child.once('error', () => settle(false));
  });
  if (!isFound) return { absent: `${command} is not installed: skipped` };
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`${command} ended: ${parameters.join(' ')}`);
    return line.value.trim();
  };
  const ask = async (question: string): Promise<number[]> => {
    child.stdin.write(`${question}\n`);
    return (await next()).split(/\s+/).map(Number);
  };
  const one = async (question: string): Promise<number> => (await ask(question))[0] ?? Number.NaN;

  const first = await next();
  if (first !== 'ready') return { absent: `${first}: skipped` };
  return {
    time: (runs) => one(`time ${runs}`),
    answers: () => ask('answers'),
    memory: () => one('memory'),
    stop: () => child.stdin.end(),
  };
}
