import { parseArgs } from 'node:util';

import { WrongUse } from './errors.ts';
import type { Options, ValuesOf } from './options.ts';
import type { SubjectHead } from './subject.ts';

/** Options that every subject has; whoever runs it looks at them. */
const common = { json: null, help: null } as const;

/** The name of an option as it is typed: daysToJob is --days-to-job. */
export function typedName(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The file and the options of a subject, every value read by its own option. */
export function readCommandLine<O extends Options>(
  { name, file, options }: SubjectHead<O>,
  args: readonly string[],
): { readonly path: string; readonly values: ValuesOf<O> } {
  const typed = Object.entries(options).map(([key, option]) => ({
    key,
    option,
    name: typedName(key),
  }));
  const bare = typed.filter(({ option }) => option.isValueOptional === true);
  const complete = withEmptyValues(args, new Set(bare.map(({ name: typedAs }) => typedAs)));
  const { values, positionals } = parsed(complete, { ...options, ...common });
  const [path, ...others] = positionals;
  if (path === undefined) throw new WrongUse(`${name} needs a file: analyse ${name} <${file}>`);
  if (others.length > 0) throw new WrongUse(`${name} reads one file, not ${others.join(', ')} too`);
  const read = typed.map(({ key, option, name: typedAs }) => {
    const given = (values[typedAs.slice(2)] ?? []).map((value) => (value === true ? '' : value));
    return [key, option.read(given.map(String), typedAs)];
  });
  return { path, values: Object.fromEntries(read) as ValuesOf<O> };
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
