import { csvText } from '#app/relations/csv.ts';

import type { JobStartsReport } from './report.ts';
import { rowWords } from './row-words.ts';

/** The table of the page as one file: a row a category, the method in every row, so that a row can stand alone. */
export function jobStartsCsv(report: JobStartsReport, { isDemo }: { isDemo: boolean }): string {
  const { clients, method, counts, factors, outcome } = report;
  const count = (people: number | null): string => (people === null ? '*' : String(people));
  const head = [
    clients.population,
    clients.definition,
    clients.period ?? '',
    method.estimation,
    method.intervals,
    method.missingAnswers,
    count(counts.used),
    count(counts.jobStarts),
  ];
  const note = isDemo ? 'Demonstration: synthetic' : '';
  return csvText([
    [
      'Clients of',
      'Definition of a job start',
      'Period',
      'Estimation',
      'Intervals',
      'Missing answers',
      'Clients in the model (rounded)',
      'Job starts in the model (rounded)',
      'Variable',
      'Compared with',
      'Category',
      'Clients (rounded)',
      'Job starts (rounded)',
      'Plain rate',
      'Plain rate 95% interval',
      'Odds ratio',
      'Wald 95% interval',
      'Profile 95% interval',
      'Cluster-robust 95% interval',
      'p (of the interval that readings go by)',
      'Average effect (percentage points)',
      'Average effect 95% interval',
      'Reading (clients alike in every other variable)',
      'Note',
    ],
    ...(outcome.status === 'no-model'
      ? [[...head, ...Array.from({ length: 14 }, () => ''), outcome.reason, note]]
      : []),
    ...factors.flatMap((factor) =>
      factor.rows.map((row) => {
        const words = rowWords(factor, row, method.mainInterval);
        return [
          ...head,
          ...[factor.name, factor.reference ?? '', row.label, words.clients, words.jobStarts],
          ...[words.rate, words.rateInterval, words.oddsRatio, words.wald, words.profile],
          ...[words.clusterRobust, words.p, words.effect, words.effectInterval],
          ...[row.reading, note],
        ];
      }),
    ),
  ]);
}
