import { boroughs } from '../evaluation-plan.ts';
import { percentage, rateOf, type EvaluationEntries } from './evaluation-data.ts';
import type { EvaluationRow } from './evaluation-fit.ts';
import { holds, inRange, rounded, type DemoFigure } from './figure.ts';

/** What the words about a team's rate and share allow. */
const rateWords: Readonly<Record<string, readonly [number, number]>> = {
  Ealing: [16, 21],
  Harrow: [30, 36],
  Hounslow: [30, 36],
  'Kensington and Chelsea': [16, 21],
  Westminster: [16, 21],
  Barnet: [37, 40],
};
const shareWords: Readonly<Record<string, readonly [number, number]>> = {
  Barnet: [18.5, 20],
  Brent: [23.5, 25],
};

/** Clients, rates and meetings of the eight teams. */
export function boroughFigures(
  clients: readonly EvaluationRow[],
  published: (path: string) => number,
): EvaluationEntries {
  const sizes = boroughs.map(
    (_, borough) => clients.filter((row) => row.borough === borough).length,
  );
  const smallest = [...sizes].sort((a, b) => a - b)[1] ?? 0;
  return boroughs.flatMap(({ pattern }, borough) => {
    const own = clients.filter((row) => row.borough === borough);
    const rate = rateOf(own);
    const share = percentage(own.length, clients.length);
    const meetings = own.reduce((sum, row) => sum + row.meetings, 0) / own.length;
    const entries: EvaluationEntries = [];
    const add = (key: string, figure: DemoFigure) =>
      entries.push([`teams.${pattern}.${key}`, figure]);
    if (['Barnet', 'Brent', 'Hillingdon'].includes(pattern)) {
      add('jobEntryPct', rounded(rate, published(`teams.${pattern}.jobEntryPct`)));
    }
    const words = rateWords[pattern];
    if (words !== undefined) add('jobEntryText', inRange(rate, words));
    const shareRange = shareWords[pattern];
    if (shareRange !== undefined) add('clientsSharePct', inRange(share, shareRange));
    if (['Brent', 'Hillingdon'].includes(pattern)) {
      add('meanMeetings', rounded(meetings, published(`teams.${pattern}.meanMeetings`)));
    }
    if (['Kensington and Chelsea', 'Westminster'].includes(pattern)) {
      add('clientsShareText', holds(`${own.length} clients`, own.length <= smallest));
    }
    return entries;
  });
}
