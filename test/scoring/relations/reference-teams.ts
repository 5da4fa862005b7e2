import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type {
  IntegrationLevelKey,
  RelationView,
  TeamPeriod,
} from '#scoring/relations/team-period.ts';

type Row = Record<string, string>;

function readCsv(path: string): Row[] {
  const url = new URL(`../../reference/${path}`, import.meta.url);
  return parse<Row>(readFileSync(url, 'utf8'), { columns: true });
}

/** The 63 synthetic teams of the reference files, with their 25 item scores. */
export function referenceTeams(): TeamPeriod[] {
  const items = new Map(readCsv('relations/items.csv').map((row) => [row.team, row]));
  return readCsv('statistics/teams.csv').map((row) => {
    const scores = items.get(row.team)!;
    const itemScores = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [index + 1, Number(scores[`item${index + 1}`])]),
    );
    return {
      teamId: row.team!,
      clients: Number(row.clients),
      jobEntries: Number(row.job_entries),
      fidelityTotal: Number(row.fidelity),
      fidelityReviewKind: 'independent',
      itemScores,
      integrationLevel: row.integration as IntegrationLevelKey,
      contactsPerWeek: Number(row.contacts_per_week),
      contactsPerWeekAllModes: Number(row.contacts_per_week) + 2,
      meetingsPerClientMonth: Number(row.meetings_per_client),
    };
  });
}

export const others: RelationView = { viewer: 'others', policy: defaultDisclosurePolicy };
export const seesAll: RelationView = { viewer: 'own-team', policy: defaultDisclosurePolicy };

/** Words that would claim more than an association. */
export const causalWords =
  /\b(cause[sd]?|because of|due to|leads? to|led to|results? in|drives?|improves?|raises?|effect of|impact)\b/i;
