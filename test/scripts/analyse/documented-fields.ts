import { readFileSync } from 'node:fs';

/** A field of a table: its way, and the shapes that its explanation links to. */
interface FieldRow {
  readonly path: string;
  readonly shapes: readonly string[];
}

const text = readFileSync(new URL('../../../docs/analyse.md', import.meta.url), 'utf8');

function slug(heading: string): string {
  return heading.trim().toLowerCase().replaceAll(' ', '-');
}

/** The tables of fields by the heading they stand under; tables about anything else have no code in their first cell's head. */
function fieldTables(): ReadonlyMap<string, readonly FieldRow[]> {
  const tables = new Map<string, FieldRow[]>();
  let heading = '';
  let isFields = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) heading = slug(line.replace(/^#+/, ''));
    if (!line.startsWith('|')) isFields = false;
    else if (line.startsWith('| Field ')) isFields = true;
    const [, path, words] = /^\| `([^`]+)`\s*\|(.*)\|$/.exec(line) ?? [];
    if (!isFields || path === undefined || words === undefined) continue;
    const shapes = [...words.matchAll(/\(#([\w-]+)\)/g)].map((match) => match[1]!);
    tables.set(heading, [...(tables.get(heading) ?? []), { path, shapes }]);
  }
  return tables;
}

const tables = fieldTables();

/** A row stands for itself, or for every field of the shape it links to. */
function expanded({ path, shapes }: FieldRow): string[] {
  if (shapes.length === 0) return [path];
  return shapes.flatMap((shape) => {
    const rows = tables.get(shape);
    if (rows === undefined) throw new Error(`docs/analyse.md has no shape ${shape}`);
    return rows.flatMap((row) => expanded({ ...row, path: `${path}.${row.path}` }));
  });
}

/** Every field that docs/analyse.md explains for a subject, those of every report included. */
export function documentedFields(subject: string): ReadonlySet<string> {
  const rows = [...(tables.get('every-report') ?? []), ...(tables.get(subject) ?? [])];
  // A question is explained option by option, under the subject.
  return new Set(
    rows.filter(({ path, shapes }) => path !== 'question' || shapes.length > 0).flatMap(expanded),
  );
}
