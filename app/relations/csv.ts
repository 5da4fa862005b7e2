/** Spreadsheets run a cell that starts like this; their full-width twins are read the same way. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** A negative number is one, whatever it starts with. */
const plainNumber = /^-?\d+(\.\d+)?$/;

/** Lines of a CSV file: every cell quoted, none that a spreadsheet would run as a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const isRun = formulaStart.test(text) && !plainNumber.test(text);
  const safe = isRun ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
