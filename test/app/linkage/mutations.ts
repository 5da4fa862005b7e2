import { returnFiles, type ReturnFile } from '#app/linkage/layouts.ts';

import type { Texts } from './a-return.ts';

/** A number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number;

/** What the files must withstand, by kind: the test counts how often each was tried. */
export const kinds = [
  'encoding',
  'byte order mark',
  'binary',
  'line ends',
  'quotes',
  'columns',
  'rows',
  'dates',
  'formula cells',
  'long lines',
  'values',
] as const;

export interface Mutation {
  name: string;
  kind: (typeof kinds)[number];
  /** What must become of the return. */
  fate: 'refused' | 'good';
  change: (text: string, draw: Draw) => string | Buffer;
  /** The only files it makes sense in. */
  files?: readonly ReturnFile[];
}

const linesOf = (text: string) => text.split('\n').slice(0, -1);
const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

/** Changes one cell of one row under the header. */
function inCell(
  text: string,
  draw: Draw,
  column: number | undefined,
  change: (cell: string) => string,
): string {
  const lines = linesOf(text);
  const row = 1 + draw(lines.length - 1);
  const cells = (lines[row] ?? '').split(',');
  const place = column ?? draw(cells.length);
  cells[place] = change(cells[place] ?? '');
  lines[row] = cells.join(',');
  return joined(lines);
}

const put = (what: string, column?: number) => (text: string, draw: Draw) =>
  inCell(text, draw, column, () => what);

const day = (written: string): Mutation[] => [
  {
    name: written,
    kind: 'dates',
    fate: 'refused',
    change: put(written, 2),
    files: ['people', 'employment'],
  },
  {
    name: `${written}, paid`,
    kind: 'dates',
    fate: 'refused',
    change: put(written, 1),
    files: ['contributions'],
  },
];

const amount = (written: string): Mutation => ({
  name: `amount ${written}`,
  kind: 'values',
  fate: 'refused',
  change: (text, draw) => inCell(text, draw, 2 + draw(3), () => written),
  files: ['contributions'],
});

const bytes = (
  kind: Mutation['kind'],
  name: string,
  make: (text: string, draw: Draw) => Buffer,
): Mutation => ({
  name,
  kind,
  fate: 'refused',
  change: make,
});

function withByte(text: string, draw: Draw, byte: number): Buffer {
  const buffer = Buffer.from(text);
  buffer[draw(buffer.length)] = byte;
  return buffer;
}

const formulas = ['=1+1', '@SUM(A1)', '+cmd', '-2+3', '\t=1', '\uFF1D1', '=HYPERLINK("x")'];
const days = [
  '31/02/2024',
  '2024-13-01',
  '2024-02-30',
  '01/02/2022',
  '2022-1-1',
  '20220101',
  '1 Jan 2022',
  '0000-00-00',
  '2022-01-01T00:00',
  'yesterday',
  '٢٠٢٢-٠١-٠١',
];

/** What happens to files on their way: each kind with what must become of it. */
export const mutations: readonly Mutation[] = [
  {
    name: 'mark of UTF-8',
    kind: 'byte order mark',
    fate: 'good',
    change: (text) => `\uFEFF${text}`,
  },
  {
    name: 'ends of Windows',
    kind: 'line ends',
    fate: 'good',
    change: (text) => text.replaceAll('\n', '\r\n'),
  },
  {
    name: 'empty lines at the end',
    kind: 'line ends',
    fate: 'good',
    change: (text) => `${text}\n\r\n,,\n`,
  },
  { name: 'no end of line', kind: 'line ends', fate: 'good', change: (text) => text.slice(0, -1) },
  {
    name: 'all cells quoted',
    kind: 'quotes',
    fate: 'good',
    change: (text) =>
      joined(
        linesOf(text).map((line) =>
          line
            .split(',')
            .map((cell) => `"${cell}"`)
            .join(','),
        ),
      ),
  },
  bytes('encoding', 'UTF-16, little end first', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
  bytes('encoding', 'UTF-16, big end first', (text) =>
    Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  ),
  bytes('encoding', 'Windows-1252', (text) => Buffer.from(text.replace('-', '\u00E9'), 'latin1')),
  bytes('encoding', 'a byte that is no UTF-8', (text, draw) => withByte(text, draw, 0xff)),
  bytes('encoding', 'half a character at the end', (text) =>
    Buffer.from(`${text}\u20AC`).subarray(0, -1),
  ),
  bytes('binary', 'a null', (text, draw) => withByte(text, draw, 0)),
  bytes('binary', 'an escape', (text, draw) => withByte(text, draw, 0x1b)),
  bytes('binary', 'bytes', (_, draw) => Buffer.from(Array.from({ length: 3000 }, () => draw(256)))),
  bytes('binary', 'a zip', (text) =>
    Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(text)]),
  ),
  {
    name: 'ends of old Macs',
    kind: 'line ends',
    fate: 'refused',
    change: (text) => text.replaceAll('\n', '\r'),
  },
  { name: 'nothing', kind: 'rows', fate: 'refused', change: () => '' },
  {
    name: 'a header alone',
    kind: 'rows',
    fate: 'refused',
    change: (text) => `${linesOf(text)[0] ?? ''}\n`,
  },
  {
    name: 'no header',
    kind: 'columns',
    fate: 'refused',
    change: (text) => joined(linesOf(text).slice(1)),
  },
  {
    name: 'semicolons',
    kind: 'columns',
    fate: 'refused',
    change: (text) => text.replaceAll(',', ';'),
  },
  {
    name: 'a column missing',
    kind: 'columns',
    fate: 'refused',
    change: (text, draw) => {
      const place = draw((linesOf(text)[0] ?? '').split(',').length);
      return joined(linesOf(text).map((line) => line.split(',').toSpliced(place, 1).join(',')));
    },
  },
  {
    name: 'a heading twice',
    kind: 'columns',
    fate: 'refused',
    change: (text, draw) => {
      const place = draw((linesOf(text)[0] ?? '').split(',').length);
      return joined(
        linesOf(text).map((line) => {
          const cells = line.split(',');
          return cells.toSpliced(place, 0, cells[place] ?? '').join(',');
        }),
      );
    },
  },
  {
    name: 'a heading changed',
    kind: 'columns',
    fate: 'refused',
    change: (text) => text.replace('client_id', 'Client ID'),
  },
  {
    name: 'a cell too many',
    kind: 'rows',
    fate: 'refused',
    change: (text, draw) => inCell(text, draw, undefined, (cell) => `${cell},`),
  },
  {
    name: 'a row cut short',
    kind: 'rows',
    fate: 'refused',
    change: (text, draw) => {
      const lines = linesOf(text);
      const row = 1 + draw(lines.length - 1);
      lines[row] = (lines[row] ?? '').split(',').slice(0, -1).join(',');
      return joined(lines);
    },
  },
  {
    name: 'a row lost',
    kind: 'rows',
    fate: 'refused',
    change: (text, draw) => {
      const lines = linesOf(text);
      return joined(lines.toSpliced(1 + draw(lines.length - 1), 1));
    },
  },
  {
    name: 'a row twice',
    kind: 'rows',
    fate: 'refused',
    change: (text, draw) => {
      const lines = linesOf(text);
      const row = 1 + draw(lines.length - 1);
      return joined(lines.toSpliced(row, 0, lines[row] ?? ''));
    },
  },
  {
    name: 'cut off in the middle',
    kind: 'rows',
    fate: 'refused',
    change: (text, draw) =>
      text.slice(0, text.indexOf('\n') + 2 + draw(text.length - text.indexOf('\n') - 20)),
  },
  {
    name: 'an empty line in the middle',
    kind: 'rows',
    fate: 'refused',
    change: (text, draw) => {
      const lines = linesOf(text);
      return joined(lines.toSpliced(1 + draw(lines.length - 1), 0, ''));
    },
  },
  {
    name: 'a quote that opens',
    kind: 'quotes',
    fate: 'refused',
    change: (text, draw) => inCell(text, draw, undefined, (cell) => `"${cell}`),
  },
  {
    name: 'a quote inside',
    kind: 'quotes',
    fate: 'refused',
    change: (text, draw) => inCell(text, draw, 0, (cell) => `${cell}"x"`),
  },
  {
    name: 'a line break in a cell',
    kind: 'quotes',
    fate: 'refused',
    change: (text, draw) => inCell(text, draw, 0, (cell) => `"${cell}\n"`),
  },
  { name: 'an empty id', kind: 'values', fate: 'refused', change: put('', 0) },
  {
    name: 'somebody unknown',
    kind: 'values',
    fate: 'refused',
    change: put('p-999', 0),
    files: ['employment', 'contributions'],
  },
  {
    name: 'a line of 10 MB',
    kind: 'long lines',
    fate: 'refused',
    change: (text, draw) => inCell(text, draw, undefined, () => 'x'.repeat(10 * 1024 * 1024)),
  },
  {
    name: 'a line of 20 kB',
    kind: 'long lines',
    fate: 'refused',
    change: (text, draw) => inCell(text, draw, undefined, () => 'x'.repeat(20_000)),
  },
  ...formulas.map((formula): Mutation => ({
    name: `formula ${formula}`,
    kind: 'formula cells',
    fate: 'refused',
    change: (text, draw) => inCell(text, draw, undefined, () => formula),
  })),
  ...days.flatMap(day),
  ...['1e3', '0x10', '12.345', '£12', '1,5', 'NaN', 'Infinity', '', '99999999.00'].map(amount),
  {
    name: 'an end before the start',
    kind: 'values',
    fate: 'refused',
    change: put('2019-01-01', 3),
    files: ['employment'],
  },
  {
    name: 'an enrolment after the linkage',
    kind: 'dates',
    fate: 'refused',
    change: put('2024-12-02', 2),
    files: ['people'],
  },
  {
    name: 'a start after the linkage',
    kind: 'dates',
    fate: 'refused',
    change: put('2024-12-02', 2),
    files: ['employment'],
  },
  {
    name: 'an end after the linkage',
    kind: 'dates',
    fate: 'refused',
    change: put('2024-12-02', 3),
    files: ['employment'],
  },
  {
    name: 'an end on the day of the linkage',
    kind: 'dates',
    fate: 'good',
    change: put('2024-12-01', 3),
    files: ['employment'],
  },
  {
    name: 'a payment after the linkage',
    kind: 'dates',
    fate: 'refused',
    change: put('2024-12-02', 1),
    files: ['contributions'],
  },
  {
    name: 'an unknown source',
    kind: 'values',
    fate: 'refused',
    change: put('PAYE', 4),
    files: ['employment'],
  },
  {
    name: 'an unknown sex',
    kind: 'values',
    fate: 'refused',
    change: put('F', 3),
    files: ['people'],
  },
  {
    name: 'an unknown area',
    kind: 'values',
    fate: 'refused',
    change: put('Nowhere', 1),
    files: ['people'],
  },
  {
    name: 'an age of letters',
    kind: 'values',
    fate: 'refused',
    change: put('old', 4),
    files: ['people'],
  },
  {
    name: 'an age of 130',
    kind: 'values',
    fate: 'refused',
    change: put('130', 4),
    files: ['people'],
  },
  {
    name: 'an unknown substance',
    kind: 'values',
    fate: 'refused',
    change: put('Tea', 5),
    files: ['people'],
  },
  {
    name: 'a sixth quintile',
    kind: 'values',
    fate: 'refused',
    change: put('6', 9),
    files: ['people'],
  },
];

/** A return with one fault of this kind in one of its files. */
export function mutated(
  mutation: Mutation,
  good: Texts,
  draw: Draw,
): { file: ReturnFile; files: Record<ReturnFile, string | Buffer> } {
  const files = mutation.files ?? returnFiles;
  const file = files[draw(files.length)] ?? 'people';
  return { file, files: { ...good, [file]: mutation.change(good[file], draw) } };
}
