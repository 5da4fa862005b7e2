import { createReadStream, statSync } from 'node:fs';

import type { CodedGroups } from '#scoring/linkage/coded-groups.ts';
import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';
import type { EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';

import { dayFormat } from './day-format.ts';
import { returnFiles, type ReturnFile, type ReturnLayout } from './layouts.ts';
import { ProblemBook } from './problem-book.ts';
import { keptTexts } from './kept-texts.ts';
import { readTable, type RowReader } from './read-table.server.ts';
import {
  readContribution,
  readPerson,
  readSpell,
  type Cell,
  type Reading,
  type ReturnDays,
} from './return-rows.ts';

/** A person of the return with everything that came back. */
export interface ReturnedPerson {
  client: ClientRecord;
  /** null where the layout has groups in columns. */
  groups: CodedGroups | null;
  spells: EmploymentSpell[];
  contributions: Contribution[];
}

/** How many rows the sender says each file has; null for a file that did not come. */
export interface ControlTotals {
  people: number;
  employment: number;
  contributions: number | null;
}

export interface ReturnToRead {
  /** Paths; null without contributions. */
  files: { people: string; employment: string; contributions: string | null };
  layout: ReturnLayout;
  totals: ControlTotals;
  /** After it nothing can be dated. */
  linkageDate: string;
  /** Whether an area is a site or a team. */
  isArea: (name: string) => boolean;
  /** Opens a coded field; undefined for one it cannot open. */
  openField: (text: string) => CodedGroups | undefined;
  /** Told now and then which file is being read and how much of all is done, 0 to 1. */
  onProgress: (file: ReturnFile, share: number) => void;
}

export interface ReadReturn {
  people: Map<string, ReturnedPerson>;
  rows: ControlTotals;
  problems: ProblemBook;
  /** Headings without a use, as "file: heading". */
  passedOver: string[];
}

/** Reads the files of a return one after the other; what is wrong in any of them is gathered. */
export async function readReturn(asked: ReturnToRead): Promise<ReadReturn> {
  const { files, layout, totals } = asked;
  const read: ReadReturn = {
    people: new Map(),
    rows: { people: 0, employment: 0, contributions: null },
    problems: new ProblemBook(),
    passedOver: [],
  };
  const ids: RowsById = new Map();
  const readers: Readonly<Record<ReturnFile, RowReader>> = {
    people: peopleReader(asked, read.people, ids),
    employment: ownedRowReader(
      { people: read.people, ids, days: daysOf(asked) },
      readSpell,
      ({ spells }, spell) => spells.push(spell),
    ),
    contributions: ownedRowReader(
      { people: read.people, ids, days: daysOf(asked) },
      readContribution,
      ({ contributions }, payment) => contributions.push(payment),
    ),
  };
  const share = shareOf(Object.values(files));
  for (const file of returnFiles) {
    const path = files[file];
    if (path === null) continue;
    const { rows, passedOver } = await readTable(
      {
        file,
        chunks: withProgress(path, (bytes) => asked.onProgress(file, share(bytes))),
        columns: layout[file],
        separator: layout.separator,
        problems: read.problems,
      },
      readers[file],
    );
    read.rows[file] = rows;
    read.passedOver.push(...passedOver.map((heading) => `${file}: ${heading}`));
    const total = totals[file] ?? 0;
    if (rows === total) continue;
    const rule = `must have ${total} rows, its control total, not ${rows}`;
    read.problems.add({ file, row: null, column: null, rule, cells: [] });
  }
  return read;
}

/** How much of all files is done after so many more bytes. */
function shareOf(paths: readonly (string | null)[]): (bytes: number) => number {
  const all = paths.reduce((sum, path) => sum + (path === null ? 0 : statSync(path).size), 0);
  let done = 0;
  return (bytes) => (done += bytes) / Math.max(1, all);
}

async function* withProgress(path: string, done: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
    const bytes = chunk as Buffer;
    yield bytes;
    done(bytes.length);
  }
}

/** Ids of people are each their own. */
const withKept =
  (cell: Cell, keep: (text: string) => string): Cell =>
  (column) =>
    column === 'client_id' ? cell(column) : keep(cell(column));

/** The row of each id in the file of people, wrong rows included. */
type RowsById = Map<string, number>;

const daysOf = ({ layout, linkageDate }: ReturnToRead): ReturnDays => ({
  format: dayFormat(layout.dates),
  linkageDate,
});

function peopleReader(asked: ReturnToRead, people: ReadReturn['people'], ids: RowsById): RowReader {
  const { layout, isArea, openField } = asked;
  const days = daysOf(asked);
  const keep = keptTexts();
  return (cell, about) => {
    const id = cell('client_id');
    const earlier = ids.get(id);
    if (earlier === undefined) ids.set(id, about.row);
    else about.add('client_id', `must not come twice: row ${earlier} has it`);
    const person = readPerson(withKept(cell, keep), layout.groups, days);
    if (!person.ok) for (const { field, rule } of person.problems) about.add(field, rule);
    const area = cell('team');
    const isKnown = area === '' || isArea(area);
    if (!isKnown) about.add('team', 'must be the name of a site or a team, or empty');
    const groups = layout.groups === 'coded' ? openField(cell('coded_field')) : null;
    if (groups === undefined) about.add('coded_field', 'cannot be opened with this key');
    if (earlier !== undefined || !person.ok || !isKnown || groups === undefined) return;
    people.set(id, { client: person.value, groups, spells: [], contributions: [] });
  };
}

interface Owners {
  people: ReadReturn['people'];
  ids: RowsById;
  days: ReturnDays;
}

/** Reads rows that belong to somebody in the file of people, and gives them to that person. */
function ownedRowReader<Row>(
  { people, ids, days }: Owners,
  readRow: (cell: Cell, days: ReturnDays) => Reading<Row>,
  give: (person: ReturnedPerson, row: Row) => void,
): RowReader {
  const keep = keptTexts();
  return (cell, about) => {
    const id = cell('client_id');
    // With no row of people read, every row here would be wrong for a fault that is not its own.
    if (ids.size > 0 && !ids.has(id)) about.add('client_id', 'must be in the file of people');
    const row = readRow(withKept(cell, keep), days);
    const owner = people.get(id);
    if (!row.ok) for (const { field, rule } of row.problems) about.add(field, rule);
    else if (owner !== undefined) give(owner, row.value);
  };
}
