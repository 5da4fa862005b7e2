import { csvText } from './csv.ts';
import type { RelationsView } from './relations-view.ts';

/** The rows of the page's tables as one file: what the reader sees there and nothing more. */
export function relationsCsv(
  view: RelationsView,
  { isDemo, isOfTeam }: { isDemo: boolean; isOfTeam: boolean },
): string {
  const counts = isOfTeam ? 'rounded but for your own team' : 'rounded';
  const rows = [
    ...view.inputs,
    ...(view.integration === null ? [] : [{ name: 'Integration', rows: view.integration.rows }]),
  ];
  return csvText([
    [
      'Definition',
      'Period',
      'Input',
      'Team',
      'Value',
      `Clients (${counts})`,
      `Job entries (${counts})`,
      'Rate',
      '95% interval',
      'Note',
    ],
    ...rows.flatMap((input) =>
      input.rows.map((row) => [
        view.definition.name,
        view.periodLabel,
        input.name,
        row.team,
        row.value,
        row.clients,
        row.entries,
        row.rate,
        row.interval,
        isDemo ? 'Demonstration: synthetic' : '',
      ]),
    ),
  ]);
}
