import { parseArgs } from 'node:util';

import { WrongUse } from './errors.ts';
import type { Options, ValuesOf } from './options.ts';
import { filesInWords, type SubjectHead } from './subject.ts';

/** Options that every subject has; whoever runs it looks at them. */
const common = { json: null, help: null } as const;

/** The name of an option as it is typed: daysToJob is --days-to-job. */
export function typedName(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

interface CommandLine<O extends Options> {
  readonly path: string;
  readonly morePaths: readonly string[];
  readonly values: ValuesOf<O>;
}

/** The files and the options of a subject, every value read by its own option. */
export function readCommandLine<O extends Options>(
  head: SubjectHead<O>,
  args: readonly string[],
): CommandLine<O> {
  const { options } = head;
  const typed = Object.entries(options).map(([key, option]) => ({
    key,
    option,
    name: typedName(key),
  }));
  const bare = typed.filter(({ option }) => option.isValueOptional === true);
  const complete = withEmptyValues(args, new Set(bare.map(({ name: typedAs }) => typedAs)));
  const { values, positionals } = parsed(complete, { ...options, ...common });
  const [path, ...morePaths] = requireFiles(head, positionals);
  const read = typed.map(({ key, option, name: typedAs }) => {
    const given = (values[typedAs.slice(2)] ?? []).map((value) => (value === true ? '' : value));
    return [key, option.read(given.map(String), typedAs)];
  });
  return { path, morePaths, values: Object.fromEntries(read) as ValuesOf<O> };
}

function requireFiles(head: SubjectHead, given: readonly string[]): readonly [string, ...string[]] {
  const { name, moreFiles = [] } = head;
  const most = 1 + moreFiles.length;
  const least = 1 + moreFiles.filter(({ isNeeded }) => isNeeded).length;
  const [path, ...more] = given;
  if (path === undefined || given.length < least) {
    const needs = least === 1 ? 'a file' : `${least} files`;
    throw new WrongUse(`${name} needs ${needs}: analyse ${name} ${filesInWords(head)}`);
  }
  if (given.length > most) {
    const reads = most === 1 ? 'one file' : `${most} files`;
    throw new WrongUse(`${name} reads ${reads}, not ${given.slice(most).join(', ')} too`);
  }
  return [path, ...more];
}

/** An option whose value may be left out: Node's parser knows no such thing, but it takes an empty value. */
function withEmptyValues(args: readonly string[], names: ReadonlySet<string>): string[] {
  return args.map((arg, index) => {
    const next = args[index + 1];
    const isBare = names.has(arg) && (next === undefined || next.startsWith('--'));
    return isBare ? `${arg}=` : arg;
  });
}

function parsed(args: string[], options: Readonly<Record<string, Options[string] | null>>) {
  const config = Object.entries(options).map(([key, option]) => {
    const type = typeof option?.value === 'string' ? 'string' : 'boolean';
    return [typedName(key).slice(2), { type, multiple: true }] as const;
  });
  try {
    return parseArgs({ args, allowPositionals: true, options: Object.fromEntries(config) });
  } catch (error) {
    // Its messages name the option; what follows the first sentence is advice on quoting.
    throw new WrongUse(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

function firstSentence(message: string): string {
  return message.split(/\.\s|\n/)[0] ?? message;
}
