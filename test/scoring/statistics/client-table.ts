import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

import type { Answer, ModelSpec, ModelTerm, Table } from '#scoring/statistics/model-frame.ts';
import expected from '#test/reference/statistics/clients.expected.json' with { type: 'json' };

/** A reference file as a table: empty cells are not known, the columns named are numbers. */
export function tableOf(file: string, numeric: readonly string[]): Table {
  const url = new URL(`../../reference/statistics/${file}`, import.meta.url);
  const rows = parse<Record<string, string>>(readFileSync(url, 'utf8'), { columns: true });
  const answer = (name: string, cell: string): Answer => {
    if (cell === '') return null;
    return numeric.includes(name) ? Number(cell) : cell;
  };
  return Object.fromEntries(
    Object.keys(rows[0]!).map((name) => [name, rows.map((row) => answer(name, row[name]!))]),
  );
}

/** The 718 synthetic clients of eight teams. */
export function clientTable(): Table {
  return tableOf('clients.csv', [
    'age',
    'meetings',
    'job_start',
    'days_to_job',
    'days_followed',
    'meetings_first_60_days',
  ]);
}

/** The terms of the client-level model with the references of the evaluation, less some. */
export function clientTerms(...without: readonly string[]): ModelTerm[] {
  const references: Readonly<Record<string, string>> = expected.references;
  const terms: ModelTerm[] = [
    ...Object.entries(references).map(([column, reference]): ModelTerm => ({
      kind: 'categorical',
      column,
      reference,
    })),
    { kind: 'numeric', column: 'age' },
  ];
  return terms.filter(({ column }) => !without.includes(column));
}

/** Rows complete in every column of the full model, so that smaller models use the same clients. */
export function completeClients(): Table {
  const table = clientTable();
  const columns = clientTerms().map(({ column }) => column);
  const rows = [...table.job_start!.keys()].filter((row) =>
    columns.every((column) => table[column]![row] !== null),
  );
  return Object.fromEntries(
    Object.entries(table).map(([name, values]) => [name, rows.map((row) => values[row]!)]),
  );
}

export function jobStart(terms: readonly ModelTerm[], more: Partial<ModelSpec> = {}): ModelSpec {
  return { outcome: 'job_start', terms, ...more };
}

/** The name R gives a coefficient: column and category without anything between. */
export function nameInR(meaning: {
  readonly name: string;
  readonly term: string | null;
  readonly category: string | null;
}): string {
  return meaning.term === null ? meaning.name : meaning.term + (meaning.category ?? '');
}
