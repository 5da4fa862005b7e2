import { baselineFactors } from '#scoring/outcomes/baseline-factors.ts';

/** A row of answers, by column; what is left out is not known. */
export type Answers = Record<string, string>;

const columns = ['client_id', ...baselineFactors.map(({ column }) => column)];

export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A file with the layout's columns (or others) and one line for each row. */
export function baselineCsv(rows: readonly Answers[], header: readonly string[] = columns): string {
  const lines = rows.map((row) => header.map((column) => quoted(row[column] ?? '')).join(','));
  return [header.join(','), ...lines, ''].join('\n');
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const fullAnswers: Answers = {
  client_id: 'NGT-0001',
  referral_source: 'Self-referral',
  main_substance: 'Alcohol',
  treatment: 'Under one year',
  last_job: '1 to 2 years',
  benefit: 'None',
  ethnicity: 'White other',
  sex: 'Male',
  age: '41',
  housing: 'Unstable',
  convicted: 'No',
  confidence: 'High',
  qualification: 'Low',
  start_year: '2026',
  gp_visit: 'Yes',
  ae_visit: 'No',
};
