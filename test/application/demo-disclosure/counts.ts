import { kindOf, kindOfField } from './headings.ts';
import type { Reading } from './readings.ts';
import { tablesOf, type ShownTable } from './tables.ts';

/** What stands where a figure is hidden, where there is nobody, or where there is no figure. */
const noFigure = /^(|\*|–|\[+[cxz]\]+|no clients|nobody|not shown.*)$/i;

const number = String.raw`\d[\d,]*`;

/** Under the rule 1 to 7 are hidden and 8 is rounded to 10, so that 5 stands for nobody. */
export function isRounded(count: number): boolean {
  return count === 0 || (count >= 10 && count % 5 === 0);
}

const countOf = (text: string): number => Number(text.replaceAll(',', ''));

/** The counts of a cell: 45, or 45 of 120; undefined where it holds anything else. */
function countsIn(cell: string): number[] | undefined {
  if (noFigure.test(cell)) return [];
  const found = new RegExp(`^(${number})(?: of (${number}))?$`).exec(cell);
  return found?.slice(1).flatMap((text: string | undefined) => (text ? [countOf(text)] : []));
}

/** A share as it is shown in words, as a percentage, or from 0 to 1. */
function shareIn(cell: string): { value: number; digits: number } | undefined {
  const percent = /^(\d+(?:\.(\d+))?)%/.exec(cell);
  if (percent) return { value: Number(percent[1]) / 100, digits: 2 + (percent[2] ?? '').length };
  const plain = /^0?\.(\d+)$|^[01]$/.exec(cell);
  return plain ? { value: Number(cell), digits: (plain[1] ?? '').length } : undefined;
}

/** What an average is over: at least 8 people, who are shown as 10. */
const bases = ['With it, of base', 'Clients', 'Clients of the base', 'Number of clients'];

/** Groups of the linked cohort from 100 people on show the whole percent of their exact counts. */
const wholePercents = '/outcomes';

interface Checks {
  problems: string[];
  people: number;
  shares: number;
  averages: number;
}

export const noChecks = (): Checks => ({ problems: [], people: 0, shares: 0, averages: 0 });

/** Counts of a row: the whole and the part of it, of one cell or of two under the usual headings. */
function partAndWhole({ headings }: ShownTable, row: readonly string[]) {
  const both = row
    .filter((_, place) => kindOf(headings[place] ?? '') === 'people')
    .map(countsIn)
    .find((counts) => counts?.length === 2);
  if (both !== undefined) return both;
  const at = (...names: readonly string[]) => {
    const place = headings.findIndex((heading) => names.includes(heading));
    return place === -1 ? undefined : countsIn(row[place] ?? '')?.[0];
  };
  const part = at(
    ...['Job entries', 'Job starts', 'Clients with the outcome', 'Evidenced', '16 hours or more'],
    ...['Job entries (rounded)', 'Job starts (rounded)'],
    'Job entries (rounded but for an own team)',
  );
  const whole = at(
    ...['Clients of the base', 'With hours recorded', 'Clients (rounded)', 'Number of clients'],
    ...['Clients (rounded but for an own team)', 'Clients'],
  );
  return part === undefined || whole === undefined ? undefined : [part, whole];
}

/** A share follows from the rounded counts beside it; a whole percent of exact ones is as near as rounding lets it be. */
function followsFrom([part = 0, whole = 0]: readonly number[], cell: string, where: string) {
  const share = shareIn(cell);
  if (share === undefined) return false;
  const half = 0.5 * 10 ** -share.digits + 1e-9;
  if (!where.includes(wholePercents) || whole < 100) {
    return Math.abs(share.value - part / whole) <= half;
  }
  const least = Math.max(0, part - 3) / (whole + 2.5);
  const most = Math.min(1, (part + 2.5) / Math.max(whole - 2.5, 1));
  return share.value >= least - 0.0051 && share.value <= most + 0.0051;
}

function checkRow(table: ShownTable, row: readonly string[], checks: Checks, own: RegExp): void {
  const { where, caption, headings } = table;
  if (row.some((cell) => own.test(cell))) return;
  const told = (heading: string, cell: string) =>
    `${where} “${caption}” ${row[0] ?? ''}: ${heading} ${cell}`;
  const counts = partAndWhole(table, row);
  for (const [place, cell] of row.entries()) {
    const heading = headings[place] ?? '';
    const kind = kindOf(heading);
    if (kind === 'people') {
      const found = countsIn(cell);
      // A column of names may have the same heading.
      if (found === undefined && /^\D/.test(cell)) continue;
      checks.people += found?.length ?? 0;
      if (!found?.every(isRounded)) checks.problems.push(told(heading, cell));
    }
    if (kind === 'share' && counts !== undefined && shareIn(cell) !== undefined) {
      if (/Previous|Data linkage|This round/.test(heading)) continue;
      checks.shares += 1;
      if (!followsFrom(counts, cell, where)) checks.problems.push(told(heading, cell));
    }
    if (kind === 'average' && !noFigure.test(cell)) {
      checks.averages += 1;
      const base = headings.findIndex((one) => bases.includes(one));
      const [over = 0] = countsIn(row[base] ?? '') ?? [10];
      if (base !== -1 && over < 10) checks.problems.push(told(`${heading} over`, row[base] ?? ''));
    }
  }
}

const ownRow = /^Your team/;

/** Every cell of every table: counts rounded, shares from them, averages over enough people, no heading unknown. */
export function checkTables(reading: Reading, checks: Checks): void {
  // Accounts, teams and records of changes are no figures of people.
  if (reading.path.startsWith('/admin/')) return;
  for (const table of tablesOf(reading)) {
    for (const heading of table.headings) {
      if (heading === '' || kindOf(heading) !== undefined) continue;
      checks.problems.push(`${table.where}: the heading “${heading}” is in no list`);
    }
    for (const row of table.rows) checkRow(table, row, checks, ownRow);
  }
}

const isOwn = (value: object): boolean =>
  Object.values(value).includes('Your team') ||
  ('isOwn' in value && value.isOwn === true) ||
  ('isOwnTeam' in value && value.isOwnTeam === true);

/** Every number in JSON. What is one's own team's is exact. */
export function checkFields(reading: Reading, checks: Checks): void {
  if (reading.type !== 'json') return;
  const look = (value: unknown, name: string, path: string): void => {
    if (typeof value === 'number') {
      const kind = kindOfField(name);
      const told = `${reading.reader} ${reading.path}: ${path} ${value}`;
      if (kind === undefined) checks.problems.push(`${told} is in no list`);
      if (kind !== 'people') return;
      checks.people += 1;
      if (!isRounded(value)) checks.problems.push(told);
    } else if (typeof value === 'object' && value !== null) {
      if (isOwn(value)) return;
      for (const [key, inner] of Object.entries(value)) {
        look(inner, Array.isArray(value) ? name : key, `${path}.${key}`);
      }
    }
  };
  look(JSON.parse(reading.texts[''] ?? 'null'), '', '');
}
