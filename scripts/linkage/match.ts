import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { csvText } from '#app/relations/csv.ts';
import { extractColumns } from '#app/linkage/make-extract.server.ts';
import { addCalendarMonths, isIsoDay } from '#scoring/calendar/iso-day.ts';
import {
  matchGrades,
  matchPeople,
  type MatchGrade,
  type TaxPerson,
} from '#scoring/linkage/match-people.ts';

import { readFile } from './read-file.ts';

const MONTHS_EITHER_SIDE = 18;

interface SentRow {
  initials: string;
  dateOfBirth: string;
  postcode: string;
  nationalInsuranceNumber: string;
  enrolmentDate: string;
  area: string;
  codedField: string;
}

interface HeldRow extends TaxPerson {
  recordId: string;
  sex: string;
}

/** `npm run linkage -- match`: what the tax authority does with an extract, on synthetic records. */
export async function match(words: string[]): Promise<void> {
  const { values: options, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { out: { type: 'string' }, 'linkage-date': { type: 'string' } },
  });
  const [extract, people, employment, contributions] = positionals;
  const { out, 'linkage-date': linkageDate } = options;
  if (
    extract === undefined ||
    people === undefined ||
    employment === undefined ||
    contributions === undefined ||
    out === undefined
  ) {
    throw new Error('match needs extract.csv, the three files of tax records and --out folder');
  }
  if (linkageDate !== undefined && !isIsoDay(linkageDate)) {
    throw new Error('--linkage-date must be a day like 2024-12-01');
  }
  const sent = await readSent(extract);
  const held = await readHeld(people);
  const { matches, duplicates, unreadable } = matchPeople(sent, held);
  const found = new Map<string, Matched>();
  for (const { sent: place, held: other } of matches) {
    const [row, record] = [sent[place], held[other]];
    if (row === undefined || record === undefined) continue;
    found.set(record.recordId, matchedPerson(row, record.sex));
  }
  const last = linkageDate ?? '9999-12-31';
  const spells = await readSpells(employment, found, last);
  const payments = await readPayments(contributions, found, last);
  const rows = [...found.values()].map(({ row }) => row).toSorted(byFirstCell);
  if (!existsSync(out)) mkdirSync(out, { recursive: true, mode: 0o700 });
  const write = (name: string, header: string[], lines: string[][]) =>
    writeFileSync(join(out, name), csvText([header, ...lines]), { mode: 0o600 });
  write('people.csv', ['person_id', 'sex', 'enrolment_date', 'area', 'coded_field'], rows);
  write('employment.csv', ['person_id', ...spellColumns], spells.toSorted(byFirstCell));
  write('contributions.csv', ['person_id', ...paymentColumns], payments.toSorted(byFirstCell));
  const rate = sent.length === 0 ? 0 : (100 * matches.length) / sent.length;
  console.log(`Sent ${sent.length}, matched ${matches.length}, match rate ${rate.toFixed(1)}%`);
  for (const [grade, text] of Object.entries(matchGrades) as [MatchGrade, string][]) {
    console.log(`${matches.filter((one) => one.grade === grade).length}: ${text}`);
  }
  console.log(`Rows: employment ${spells.length}, contributions ${payments.length}`);
  if (unreadable.length > 0) console.log(`${unreadable.length} sent cannot be read`);
  for (const { side, places } of duplicates) {
    // The header is row 1.
    console.log(`Twice on the side ${side}, rows ${places.map((place) => place + 2).join(', ')}`);
  }
}

interface Matched {
  id: string;
  from: string;
  to: string;
  row: string[];
}

function matchedPerson({ enrolmentDate, area, codedField }: SentRow, sex: string): Matched {
  const id = randomUUID();
  return {
    id,
    from: addCalendarMonths(enrolmentDate, -MONTHS_EITHER_SIDE),
    to: addCalendarMonths(enrolmentDate, MONTHS_EITHER_SIDE),
    row: [id, sex, enrolmentDate, area, codedField],
  };
}

const byFirstCell = ([a = '']: string[], [b = '']: string[]): number => (a < b ? -1 : 1);

async function readSent(path: string): Promise<SentRow[]> {
  const rows: SentRow[] = [];
  await readFile(path, extractColumns, (cell, about) => {
    if (!isIsoDay(cell('enrolment_date'))) about.add('enrolment_date', 'must be a real day');
    rows.push({
      initials: cell('initials'),
      dateOfBirth: cell('date_of_birth'),
      postcode: cell('postcode'),
      nationalInsuranceNumber: cell('national_insurance_number'),
      enrolmentDate: cell('enrolment_date'),
      area: cell('area'),
      codedField: cell('coded_field'),
    });
  });
  return rows;
}

const personColumns = [
  'record_id',
  'national_insurance_number',
  'initials',
  'date_of_birth',
  'sex',
  'postcode_1',
  'postcode_2',
  'postcode_3',
];

async function readHeld(path: string): Promise<HeldRow[]> {
  const rows: HeldRow[] = [];
  await readFile(path, personColumns, (cell) => {
    rows.push({
      recordId: cell('record_id'),
      initials: cell('initials'),
      dateOfBirth: cell('date_of_birth'),
      sex: cell('sex'),
      nationalInsuranceNumber: cell('national_insurance_number'),
      postcodes: ['postcode_1', 'postcode_2', 'postcode_3'].map(cell),
    });
  });
  return rows;
}

const spellColumns = ['employer_id', 'start_date', 'end_date', 'source'];

/** Spells with a day in the months either side, and nothing of the linkage date or later. */
async function readSpells(
  path: string,
  found: ReadonlyMap<string, Matched>,
  linkageDate: string,
): Promise<string[][]> {
  const employers = new Map<string, string>();
  const rows: string[][] = [];
  await readFile(path, ['record_id', ...spellColumns], (cell) => {
    const person = found.get(cell('record_id'));
    if (person === undefined) return;
    const [start, end, employer] = [cell('start_date'), cell('end_date'), cell('employer_id')];
    const isInside = start <= person.to && (end === '' || end >= person.from);
    if (!isInside || start >= linkageDate) return;
    if (employer !== '' && !employers.has(employer)) employers.set(employer, randomUUID());
    const shown = end >= linkageDate ? '' : end;
    rows.push([person.id, employers.get(employer) ?? '', start, shown, cell('source')]);
  });
  return rows;
}

const paymentColumns = ['payment_date', 'income_tax', 'employee_ni', 'employer_ni'];

async function readPayments(
  path: string,
  found: ReadonlyMap<string, Matched>,
  linkageDate: string,
): Promise<string[][]> {
  const rows: string[][] = [];
  await readFile(path, ['record_id', ...paymentColumns], (cell) => {
    const person = found.get(cell('record_id'));
    const day = cell('payment_date');
    if (person === undefined || day < person.from || day > person.to || day >= linkageDate) return;
    rows.push([person.id, ...paymentColumns.map(cell)]);
  });
  return rows;
}
