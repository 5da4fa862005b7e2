import SQLite from 'better-sqlite3';

/** Changes one letter of an audit record on disk, which the product itself refuses to do. */
export function changeAuditRecord(path: string, seq: number): void {
  const file = new SQLite(path, { fileMustExist: true });
  try {
    file.exec('drop trigger audit_records_no_update');
    const { changes } = file
      .prepare('update audit_records set action = ? where seq = ?')
      .run('insort', seq);
    if (changes !== 1) throw new Error(`There is no audit record ${seq}`);
  } finally {
    file.close();
  }
}
