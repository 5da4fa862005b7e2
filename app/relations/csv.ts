/** Spreadsheets run a cell that starts like this; their full-width twins are read the same way. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** Lines of a CSV file: every cell quoted, none that a spreadsheet would run as a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
