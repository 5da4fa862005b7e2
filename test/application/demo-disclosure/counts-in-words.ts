import { isRounded } from './counts.ts';
import type { Reading } from './readings.ts';
import { tablesOf, wordsOf } from './tables.ts';

// With commas between thousands only: in “quintile 2, clients …” nobody is counted.
const number = String.raw`(?<![\d.,–£/-])(\d+(?:,\d{3})*)(?![\d])`;
const people = 'clients|people|persons|job starts|job entries|starters|women|men';

/** Counts before the word for people, or of them: 45 clients, 45 of 120 clients, clients of 120, 45 of 120 (38%). */
const counted = [
  new RegExp(String.raw`${number}(?: of (?:the |her |all )?(\d[\d,]*))? (?:${people})\b`, 'g'),
  new RegExp(String.raw`\b(?:${people}) of ${number}\b(?! (?:month|week|day|hour|year))`, 'g'),
  new RegExp(String.raw`${number} of (\d[\d,]*),? ?\(\d+%\)`, 'g'),
  new RegExp(
    String.raw`(?:In work at access|Not known[^:]*|Hours not recorded|paid hours done): ${number}(?!%)`,
    'g',
  ),
];

/** The settings of the rule itself, the reader's own team, and what others have published. */
const settings =
  /(fewer than|under|below|at least|from|than|over|to|about|least|year one,) [\d,]+ (clients|people)|your team|per |published|printed|trial/i;

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** Sentences of an answer: what is in no table of numbers, with the labels of pictures. */
function sentencesOf(reading: Reading): string[] {
  const text = reading.texts[''] ?? '';
  if (reading.type === 'json') return textsOf(JSON.parse(text));
  const cells = tablesOf(reading).flatMap(({ rows }) =>
    rows.flat().filter((cell) => / .* /.test(cell)),
  );
  const markup = { page: text, docx: reading.texts['word/document.xml'] ?? '' };
  if (reading.type !== 'page' && reading.type !== 'docx') return cells;
  const outside = markup[reading.type].replaceAll(/<(table|w:tbl)[ >].*?<\/\1>/gs, ' ');
  const labels = [...outside.matchAll(/ (?:aria-label|title|alt)="([^"]*)"/g)];
  return [wordsOf(outside), ...labels.map(([, label = '']) => wordsOf(label)), ...cells];
}

export class CountsInWords {
  readonly problems: string[] = [];
  people = 0;
  readonly #seen = new Set<string>();

  /** Looks at each sentence once, wherever it stands. */
  check(reading: Reading): void {
    for (const sentence of sentencesOf(reading)) {
      if (this.#seen.has(sentence)) continue;
      this.#seen.add(sentence);
      for (const pattern of counted) {
        for (const match of sentence.matchAll(pattern)) this.#count(reading, match);
      }
    }
  }

  #count({ reader, path }: Reading, match: RegExpExecArray): void {
    const { index, input } = match;
    const around = input.slice(Math.max(0, index - 40), index + match[0].length + 30);
    const counts = match
      .slice(1)
      .flatMap((one: string | undefined) =>
        one === undefined ? [] : [Number(one.replaceAll(',', ''))],
      );
    if (counts.length === 1 && settings.test(around)) return;
    this.people += counts.length;
    if (!counts.every(isRounded)) this.problems.push(`${reader} ${path}: …${around}…`);
  }
}
