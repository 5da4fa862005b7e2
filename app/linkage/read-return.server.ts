import { createReadStream, statSync } from 'node:fs';

import type { CodedGroups } from '#scoring/linkage/coded-groups.ts';
import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';
import type { EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';

import type { ReturnFile, ReturnLayout } from './layouts.ts';
import { ProblemBook } from './problem-book.ts';
import { readTable, type RowReader } from './read-table.server.ts';
import { readContribution, readPerson, readSpell } from './return-rows.ts';

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
  const { files, totals } = asked;
  const read: ReadReturn = {
    people: new Map(),
    rows: { people: 0, employment: 0, contributions: null },
    problems: new ProblemBook(),
    passedOver: [],
  };
  const paths = [files.people, files.employment, files.contributions];
  const bytes = paths.map((path) => (path === null ? 0 : statSync(path).size));
  const all = Math.max(
    1,
    bytes.reduce((sum, size) => sum + size, 0),
  );
  let before = 0;
  const one = async (file: ReturnFile, path: string, reader: RowReader): Promise<void> => {
    const done = (share: number) => asked.onProgress(file, (before + share) / all);
    const table = {
      file,
      chunks: withProgress(path, done),
      columns: asked.layout[file],
      problems: read.problems,
    };
    const { rows, passedOver } = await readTable(table, reader);
    read.rows[file] = rows;
    read.passedOver.push(...passedOver.map((heading) => `${file}: ${heading}`));
    before += statSync(path).size;
    const total = totals[file];
    if (rows === total) return;
    const rule = `must have ${total ?? 0} rows, its control total, not ${rows}`;
    read.problems.add({ file, row: null, column: null, rule, cells: [] });
  };
  const seen = new Map<string, number>();
  await one('people', files.people, personReader(asked, read, seen));
  await one('employment', files.employment, spellReader(asked, read, seen));
  if (files.contributions !== null) {
    await one('contributions', files.contributions, contributionReader(asked, read, seen));
  }
  return read;
}

async function* withProgress(path: string, done: (bytes: number) => void): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
    const bytes = chunk as Buffer;
    yield bytes;
    read += bytes.length;
    done(read);
  }
}

function personReader(
  { layout, isArea, openField }: ReturnToRead,
  { people }: ReadReturn,
  seen: Map<string, number>,
): RowReader {
  return (cell, about) => {
    const id = cell('client_id');
    const earlier = seen.get(id);
    if (earlier === undefined) seen.set(id, about.row);
    else about.add('client_id', `must not come twice: row ${earlier} has it`);
    const person = readPerson(cell, layout);
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

const unknownPerson = 'must be in the file of people';

function spellReader(
  { layout }: ReturnToRead,
  { people }: ReadReturn,
  seen: ReadonlyMap<string, number>,
): RowReader {
  const kept = keptTexts();
  return (cell, about) => {
    const id = cell('client_id');
    // With no row of people read, every row here would be wrong for a fault that is not its own.
    if (seen.size > 0 && !seen.has(id)) about.add('client_id', unknownPerson);
    const spell = readSpell(cell, layout.dates);
    if (!spell.ok) {
      for (const { field, rule } of spell.problems) about.add(field, rule);
      return;
    }
    const { startDate, endDate, employerId, source } = spell.value;
    people.get(id)?.spells.push({
      employerId,
      startDate: kept(startDate),
      endDate: endDate === null ? null : kept(endDate),
      source,
    });
  };
}

function contributionReader(
  { layout }: ReturnToRead,
  { people }: ReadReturn,
  seen: ReadonlyMap<string, number>,
): RowReader {
  const kept = keptTexts();
  return (cell, about) => {
    const id = cell('client_id');
    if (seen.size > 0 && !seen.has(id)) about.add('client_id', unknownPerson);
    const payment = readContribution(cell, layout.dates);
    if (!payment.ok) {
      for (const { field, rule } of payment.problems) about.add(field, rule);
      return;
    }
    const { paymentDate, ...amounts } = payment.value;
    people.get(id)?.contributions.push({ paymentDate: kept(paymentDate), ...amounts });
  };
}

/** One text for each day, however many rows have it: a million rows share some two thousand days. */
function keptTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    known.set(text, text);
    return text;
  };
}
