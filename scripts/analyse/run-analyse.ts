import { UnusableData, WrongUse } from './command/errors.ts';
import { commandHelp, subjectHelp } from './command/help.ts';
import type { Subject, SubjectRun } from './command/subject.ts';
import { jsonOf } from './printing/json.ts';
import { textOf } from './printing/text-block.ts';
import { warningsIn } from './printing/warnings.ts';
import { productVersion } from './product-version.ts';
import { inputOf } from './reading/read-table.ts';
import { subjects } from './subjects.ts';

/** What a run of the command leaves: one of the two texts is empty. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly output: string;
  readonly errors: string;
}

/** Runs `analyse` with what was typed after it. Errors that are no fault of the user's are not caught. */
export async function runAnalyse(args: readonly string[]): Promise<Outcome> {
  try {
    return { exitCode: 0, output: await answer(args), errors: '' };
  } catch (error) {
    if (error instanceof WrongUse) return { exitCode: 2, output: '', errors: error.message };
    // The statistics refuse impossible input with a RangeError that names function and rule.
    if (error instanceof UnusableData || error instanceof RangeError) {
      return { exitCode: 1, output: '', errors: error.message };
    }
    throw error;
  }
}

async function answer([name, ...args]: readonly string[]): Promise<string> {
  if (name === '--help') return commandHelp(summaries());
  if (name === undefined) throw new WrongUse(`name a subject: ${Object.keys(subjects).join(', ')}`);
  const subject = await findSubject(name);
  if (args.includes('--help')) return subjectHelp(subject.head);
  const run = await subject.run(args);
  const report = reportOf(name, run);
  return args.includes('--json') ? jsonOf(report) : textOf(readable(run, report.warnings));
}

function summaries(): (readonly [string, string])[] {
  return Object.entries(subjects).map(([name, { summary }]) => [name, summary]);
}

async function findSubject(name: string): Promise<Subject> {
  const entry = Object.hasOwn(subjects, name) ? subjects[name] : undefined;
  if (entry !== undefined) return entry.load();
  const known = Object.keys(subjects).join(', ');
  throw new WrongUse(`there is no subject ${name}; there are ${known}`);
}

function reportOf(subject: string, { path, question, analysis }: SubjectRun) {
  const { table, method, result, warnings = [] } = analysis;
  return {
    subject,
    version: productVersion(),
    input: inputOf(path, table),
    question,
    method,
    result,
    warnings: [...new Set([...warnings, ...warningsIn(result)])],
  };
}

function readable({ analysis }: SubjectRun, warnings: readonly string[]) {
  return [
    ...analysis.text,
    '',
    analysis.method,
    ...warnings.map((warning) => `Warning: ${warning}`),
  ];
}
