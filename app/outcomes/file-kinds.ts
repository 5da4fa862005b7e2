/** The files of a round, as pages offer them. */
export const outcomesFileKinds = {
  ods: {
    text: 'Workbook (ODS)',
    name: 'outcomes.ods',
    type: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  docx: {
    text: 'Summary (Word)',
    name: 'outcomes-summary.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  csv: { text: 'Every figure (CSV)', name: 'outcomes.csv', type: 'text/csv; charset=utf-8' },
  zip: {
    text: 'Every table (CSV files, zipped)',
    name: 'outcomes-tables.zip',
    type: 'application/zip',
  },
  json: {
    text: 'For programs (JSON)',
    name: 'outcomes.json',
    type: 'application/json; charset=utf-8',
  },
} as const;

export type OutcomesFileKind = keyof typeof outcomesFileKinds;

/** By the name it is asked for and saved under. */
export function fileKindOf(name: string | undefined): OutcomesFileKind | undefined {
  const kinds = Object.keys(outcomesFileKinds) as OutcomesFileKind[];
  return kinds.find((kind) => outcomesFileKinds[kind].name === name);
}
