/** How many rows were imported just now, from the address that the import led to. */
export function rowsDone(request: Request): number | null {
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return /^\d{1,4}$/.test(done) ? Number(done) : null;
}

export function rowsWords(rows: number): string {
  return rows === 1 ? '1 row imported' : `${rows} rows imported`;
}
