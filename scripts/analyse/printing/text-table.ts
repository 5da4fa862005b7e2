/** Lines of a table: columns as wide as what they hold, the heading underlined where there is one. */
export function textTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const all = heads.length === 0 ? rows : [heads, ...rows];
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = heads.length === 0 ? [] : [widths.map((width) => '-'.repeat(width)).join('  ')];
  const head = heads.length === 0 ? [] : [line(heads)];
  return [...head, ...rule, ...rows.map(line)];
}
