import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { runAnalyse } from '../../../scripts/analyse/run-analyse.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export interface Ended {
  readonly exitCode: number | string;
  readonly output: string;
  readonly errors: string;
}

/** Runs the real command in a process of its own, as `npm run -s analyse -- …` does. */
export async function runProcess(args: readonly string[]): Promise<Ended> {
  const command = ['--import', 'tsx', join('scripts', 'analyse.ts'), ...args];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      command,
      { cwd: root, maxBuffer: 2 ** 26 },
      (error, output, errors) => resolve({ exitCode: error?.code ?? 0, output, errors }),
    );
  });
}

/** The result of a run that must succeed, from a process of its own. */
export async function resultOfProcess<Result>(args: readonly string[]): Promise<Result> {
  const { exitCode, output, errors } = await runProcess([...args, '--json']);
  if (exitCode !== 0 || errors !== '') throw new Error(`analyse ${args.join(' ')}: ${errors}`);
  return (JSON.parse(output) as { readonly result: Result }).result;
}

/** The same within this process, which takes no time to start. */
export async function resultOf<Result>(args: readonly string[]): Promise<Result> {
  const { exitCode, output, errors } = await runAnalyse([...args, '--json']);
  if (exitCode !== 0) throw new Error(`analyse ${args.join(' ')}: ${errors}`);
  return (JSON.parse(output) as { readonly result: Result }).result;
}
