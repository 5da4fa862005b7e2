import { readNumber } from '../reading/cell-rules.ts';
import { WrongUse } from './errors.ts';

/** One option of a subject: how its help reads, and how what was typed becomes a value. */
export interface Option<T> {
  /** What stands for the value in the help; null for an option that takes none. */
  readonly value: string | null;
  /** Whether the value may be left out, the option then standing for all. */
  readonly isValueOptional?: boolean;
  readonly words: string;
  /** Reads every text given for the option, none where it was left out. */
  readonly read: (given: readonly string[], name: string) => T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** What the options of a subject are read into. */
export type ValuesOf<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

function onlyOne(given: readonly string[], name: string): string | undefined {
  if (given.length > 1) throw new WrongUse(`${name} may be given once only`);
  const text = given[0]?.trim();
  if (text === '') throw new WrongUse(`${name} must not be empty`);
  return text;
}

function parts(given: readonly string[], name: string): string[] {
  const found = given.flatMap((text) => text.split(',').map((part) => part.trim()));
  if (found.includes('')) throw new WrongUse(`${name} must be names with a comma between them`);
  const twice = found.find((part, index) => found.indexOf(part) < index);
  if (twice !== undefined) throw new WrongUse(`${name} names ${twice} twice`);
  return found;
}

/** Yes where it is given. */
export function flag(words: string): Option<boolean> {
  return { value: null, words, read: (given) => given.length > 0 };
}

/** A text, such as the name of a column. */
export function text(value: string, words: string): Option<string | null> {
  return { value, words, read: (given, name) => onlyOne(given, name) ?? null };
}

/** A text, with what it is where nothing was given. */
export function textOr(value: string, fallback: string, words: string): Option<string> {
  return {
    value,
    words: `${words} (${fallback})`,
    read: (given, name) => onlyOne(given, name) ?? fallback,
  };
}

/** Names with commas between them; the option may be repeated. */
export function list(value: string, words: string): Option<readonly string[]> {
  return { value, words, read: parts };
}

/** Names, or the bare option for all of them; false where it is left out. */
export function listOrAll(value: string, words: string): Option<boolean | readonly string[]> {
  return {
    value,
    words,
    isValueOptional: true,
    read: (given, name) => {
      if (given.length === 0) return false;
      return given.includes('') ? true : parts(given, name);
    },
  };
}

/** Pairs name=value, one for each time the option is given. */
export function pairs(value: string, words: string): Option<Readonly<Record<string, string>>> {
  return {
    value,
    words: `${words}; may be repeated`,
    read: (given, name) => {
      const found = new Map<string, string>();
      for (const pair of given) {
        const cut = pair.indexOf('=');
        const [key, rest] = [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()];
        if (cut < 0 || key === '' || rest === '') {
          throw new WrongUse(`${name} must be ${value}, not "${pair}"`);
        }
        if (found.has(key)) throw new WrongUse(`${name} names ${key} twice`);
        found.set(key, rest);
      }
      return Object.fromEntries(found);
    },
  };
}

/** What a number given to an option must be. */
export interface NumberRule {
  readonly words: string;
  readonly holds: (value: number) => boolean;
}

export const between0And1: NumberRule = {
  words: 'a number between 0 and 1',
  holds: (value) => value > 0 && value < 1,
};

export const share: NumberRule = {
  words: 'a number from 0 to 1',
  holds: (value) => value >= 0 && value <= 1,
};

export const zeroOrAbove: NumberRule = {
  words: 'a number of 0 or more',
  holds: (value) => value >= 0,
};

export function wholeFrom(least: number): NumberRule {
  return {
    words: `a whole number of at least ${least}`,
    holds: (value) => Number.isSafeInteger(value) && value >= least,
  };
}

function numberFrom(rule: NumberRule, text: string, name: string): number {
  const value = readNumber(text);
  if (value === undefined || !rule.holds(value)) {
    throw new WrongUse(`${name} must be ${rule.words}, not "${text}"`);
  }
  return value;
}

/** A number; null where it is left out. */
export function number(value: string, rule: NumberRule, words: string): Option<number | null> {
  return {
    value,
    words,
    read: (given, name) => {
      const found = onlyOne(given, name);
      return found === undefined ? null : numberFrom(rule, found, name);
    },
  };
}

/** A number, with what it is where nothing was given. */
export function numberOr(
  value: string,
  rule: NumberRule,
  fallback: number,
  words: string,
): Option<number> {
  const { read } = number(value, rule, words);
  return {
    value,
    words: `${words} (${fallback})`,
    read: (given, name) => read(given, name) ?? fallback,
  };
}

/** Numbers with commas between them. */
export function numbers(value: string, rule: NumberRule, words: string): Option<readonly number[]> {
  return {
    value,
    words,
    read: (given, name) => parts(given, name).map((part) => numberFrom(rule, part, name)),
  };
}

/** One of a few words, the first where nothing was given. */
export function choice<const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  words: string,
): Option<Choice> {
  return {
    value: choices.join('|'),
    words: `${words} (${choices[0]})`,
    read: (given, name) => {
      const found = onlyOne(given, name) ?? choices[0];
      const known = choices.find((each) => each === found);
      if (known === undefined) {
        throw new WrongUse(`${name} must be one of ${choices.join(', ')}, not "${found}"`);
      }
      return known;
    },
  };
}

/** An option that must be given. */
export function needed<T>(option: Option<T | null>): Option<T> {
  return {
    ...option,
    words: `${option.words}; needed`,
    read: (given, name) => {
      const value = given.length === 0 ? null : option.read(given, name);
      if (value === null) throw new WrongUse(`${name} is needed: ${option.words}`);
      return value;
    },
  };
}

export const levelOption = numberOr('0.95', between0And1, 0.95, 'confidence of the intervals');
