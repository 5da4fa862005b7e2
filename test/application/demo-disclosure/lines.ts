/** Parts that make up a whole: shown ones rounded, others hidden. */
export interface Line {
  where: string;
  shown: readonly number[];
  hidden: number;
  total: number;
}

/** How many numbers a hidden part can be, by what rounding leaves of the shown ones and of the whole. */
export function numbersLeft({ shown, hidden, total }: Line): number {
  const around = (count: number) => (count === 0 ? 0 : 2);
  const sum = shown.reduce((all, count) => all + count, 0);
  const slack = shown.reduce((all, count) => all + around(count), around(total));
  const most = total - sum + slack;
  const least = hidden > 1 ? 0 : Math.max(0, total - sum - slack);
  return most - least + 1;
}

interface Factor {
  name: string;
  kind: string;
  rows: { figure: { clients: number; jobStarts: number } | null }[];
}

export interface JobStartsFile {
  counts: { used: number | null; jobStarts: number | null };
  factors: Factor[];
}

/** The clients and job starts of every factor of a model that hides a category. */
export function linesOfModel(file: JobStartsFile, where: string): Line[] {
  const { used, jobStarts } = file.counts;
  return file.factors.flatMap(({ name, kind, rows }) => {
    const hidden = rows.filter(({ figure }) => figure === null).length;
    if (kind !== 'categorical' || hidden === 0 || used === null || jobStarts === null) return [];
    const line = (key: 'clients' | 'jobStarts', total: number): Line => ({
      where: `${where} ${name} ${key}`,
      shown: rows.flatMap(({ figure }) => figure?.[key] ?? []),
      hidden,
      total,
    });
    return [line('clients', used), line('jobStarts', jobStarts)];
  });
}
