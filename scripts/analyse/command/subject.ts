import type { TextBlock } from '../printing/text-block.ts';
import type { ReadTable } from '../reading/read-table.ts';
import type { Options, ValuesOf } from './options.ts';
import { readCommandLine } from './read-command-line.ts';

/** What a subject makes of a file. */
export interface Analysis {
  readonly table: Pick<ReadTable, 'rows' | 'used'>;
  /** How it was worked out, in a sentence. */
  readonly method: string;
  /** A plain object, printed as it is. */
  readonly result: object;
  /** Beside those that stand in the result. */
  readonly warnings?: readonly string[];
  /** The same for people, shortened. */
  readonly text: readonly TextBlock[];
}

/** What the help says of a subject. */
export interface SubjectHead<O extends Options = Options> {
  readonly name: string;
  readonly summary: string;
  /** What stands for the file. */
  readonly file: string;
  /** Files that are read beside it, in this order; those that may be left out come last. */
  readonly moreFiles?: readonly { readonly name: string; readonly isNeeded: boolean }[];
  readonly options: O;
}

export interface SubjectDefinition<O extends Options> extends SubjectHead<O> {
  readonly analyse: (
    path: string,
    values: ValuesOf<O>,
    morePaths: readonly string[],
  ) => Promise<Analysis>;
}

/** The files of a subject as its usage names them. */
export function filesInWords({ file, moreFiles = [] }: SubjectHead): string {
  const more = moreFiles.map(({ name, isNeeded }) => (isNeeded ? `<${name}>` : `[<${name}>]`));
  return [`<${file}>`, ...more].join(' ');
}

/** A subject run on a command line: what was asked, and what came of it. */
export interface SubjectRun {
  readonly path: string;
  readonly question: object;
  readonly analysis: Analysis;
}

/** A subject whose options nobody outside needs to know. */
export interface Subject {
  readonly head: SubjectHead;
  readonly run: (args: readonly string[]) => Promise<SubjectRun>;
}

/** Ties a subject's options to the function that is given their values. */
export function defineSubject<const O extends Options>(definition: SubjectDefinition<O>): Subject {
  return {
    head: definition,
    run: async (args) => {
      const { path, morePaths, values } = readCommandLine(definition, args);
      const analysis = await definition.analyse(path, values, morePaths);
      return { path, question: values, analysis };
    },
  };
}
