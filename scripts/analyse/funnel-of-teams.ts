import { proportionFunnel, type FunnelTeam } from '#scoring/relations/funnel.ts';
import { ratioFunnel, type ObservedExpected } from '#scoring/relations/ratio-funnel.ts';
import type { Analysis } from './command/subject.ts';
import { percent, percentInterval } from './printing/in-words.ts';
import type { TextTable } from './printing/text-block.ts';
import { numberIn, requireKnown, rowRefusal, rowsOf, textIn } from './reading/columns.ts';
import { columnsPassedOver, layoutPlans } from './reading/layout.ts';
import { readTable, type ReadTable } from './reading/read-table.ts';
import { funnelLayout, requireTeamCounts } from './team-layout.ts';

const method =
  'Funnel limits at 95% and 99.8% about the target, and with variation between teams from 20 teams on (Spiegelhalter); ratios of observed to expected where the file has expected.';

/** Rates of the teams of a file, and ratios where it says what was expected. */
export async function teamsFunnel(path: string, target: number | null): Promise<Analysis> {
  const table = await readTable(path, (header) => layoutPlans(funnelLayout, header));
  requireTeamCounts(table);
  const counts = rowsOf(table).map((row) => teamCounts(table, row));
  const rates = proportionFunnel(counts, target ?? undefined);
  const expected = table.columns.expected === undefined ? null : observedExpected(table);
  return {
    table,
    method,
    result: {
      status: rates.status,
      unit: 'teams',
      rates,
      ratios: expected && ratioFunnel(expected),
      caseMix: null,
      adjustedRates: null,
    },
    warnings: [
      ...(expected !== null && table.columns.variance === undefined
        ? ['variance is not there: expected (1 - expected / clients), the most it can be, is used']
        : []),
      ...columnsPassedOver(funnelLayout, table.header),
    ],
    text: rates.status === 'computed' ? [tableOf(rates.teams)] : [`${rates.reason}.`],
  };
}

function teamCounts(table: ReadTable, row: number) {
  const n = numberIn(table, 'clients', row) ?? 0;
  if (n === 0) throw rowRefusal(table, 'clients', row, 'must be at least 1');
  return {
    team: textIn(table, 'team', row) ?? '',
    n,
    events: numberIn(table, 'job_entries', row) ?? 0,
  };
}

/** Without a variance the chances of a team's clients are taken as equal, which is when it is largest. */
function observedExpected(table: ReadTable): ObservedExpected[] {
  const hasVariance = table.columns.variance !== undefined;
  requireKnown(table, hasVariance ? ['expected', 'variance'] : ['expected']);
  return rowsOf(table).map((row) => {
    const { team, n, events } = teamCounts(table, row);
    const expected = numberIn(table, 'expected', row) ?? 0;
    if (!(expected < n)) {
      throw rowRefusal(table, 'expected', row, `${expected} is not under ${n} clients`);
    }
    const variance = numberIn(table, 'variance', row) ?? expected * (1 - expected / n);
    return { team, observed: events, expected, variance };
  });
}

function tableOf(teams: readonly FunnelTeam[]): TextTable {
  return {
    heads: ['Team', 'Clients', 'Rate', '95% limits', 'Where', 'With variation between teams'],
    rows: teams.map((team) => [
      team.team,
      String(team.n),
      percent(team.rate),
      percentInterval(team.limits95),
      team.position,
      team.overdispersed?.position ?? '–',
    ]),
  };
}
