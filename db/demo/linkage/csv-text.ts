export type Cell = string | number | null;

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file of comma-separated values; null is an empty cell. */
export function csvText(header: string, rows: readonly (readonly Cell[])[]): string {
  return `${[header, ...rows.map((row) => row.map(quoted).join(','))].join('\n')}\n`;
}
