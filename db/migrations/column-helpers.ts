import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/** The column kinds that SQLite and PostgreSQL share. Days and times are text, truth values 0 or 1. */
export type ColumnKind = 'text' | 'integer' | 'number';

type Builder = CreateTableBuilder<string, string>;

const SQL_TYPE = { text: 'text', integer: 'integer', number: 'double precision' } as const;

export interface Column {
  kind: ColumnKind;
  optional?: boolean;
  primary?: boolean;
  unique?: boolean;
  /** table.column that this column points to. */
  references?: string;
  /** The only values allowed. */
  oneOf?: readonly string[];
  /** Lowest and highest number allowed. */
  between?: readonly [number, number];
}

/** Tables are written as lists of columns: one way to read them all, and no dialect's own types. */
export async function createTable(
  db: Kysely<unknown>,
  name: string,
  columns: Record<string, Column>,
  unique: readonly (readonly string[])[] = [],
): Promise<void> {
  let builder = db.schema.createTable(name) as Builder;
  for (const [column, rule] of Object.entries(columns)) builder = addColumn(builder, column, rule);
  for (const group of unique) {
    builder = builder.addUniqueConstraint(`${name}_${group.join('_')}_unique`, [...group]);
  }
  await builder.execute();
}

function addColumn(builder: Builder, name: string, rule: Column): Builder {
  return builder.addColumn(name, sql.raw(SQL_TYPE[rule.kind]), (column) => {
    let next = rule.optional === true ? column : column.notNull();
    if (rule.primary === true) next = next.primaryKey();
    if (rule.unique === true) next = next.unique();
    if (rule.references !== undefined) next = next.references(rule.references);
    if (rule.oneOf !== undefined) {
      const values = rule.oneOf.map((value) => sql.lit(value));
      next = next.check(sql`${sql.ref(name)} in (${sql.join(values)})`);
    }
    if (rule.between !== undefined) {
      const [low, high] = rule.between;
      next = next.check(sql`${sql.ref(name)} between ${sql.lit(low)} and ${sql.lit(high)}`);
    }
    return next;
  });
}

export async function createIndex(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
): Promise<void> {
  await db.schema
    .createIndex(`${table}_${columns.join('_')}_index`)
    .on(table)
    .columns([...columns])
    .execute();
}

export const id: Column = { kind: 'text', primary: true };
export const text: Column = { kind: 'text' };
export const optionalText: Column = { kind: 'text', optional: true };
export const integer: Column = { kind: 'integer', between: [0, 1e15] };
export const optionalInteger: Column = { ...integer, optional: true };
export const flag: Column = { kind: 'integer', between: [0, 1] };
export const version: Column = { kind: 'integer', between: [1, 1e15] };
export const to = (target: string): Column => ({ kind: 'text', references: target });
export const optionalTo = (target: string): Column => ({ ...to(target), optional: true });
export const oneOf = (...values: string[]): Column => ({ kind: 'text', oneOf: values });
