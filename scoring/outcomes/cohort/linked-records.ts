import type { Contribution } from '../spells/contribution.ts';
import type { EmploymentSpell } from '../spells/employment-spell.ts';
import type { ClientRecord } from './client-record.ts';
import type { LinkedRecord } from './linked-cohort.ts';

/** A row of employment.csv or contributions.csv, with the client it belongs to. */
export type OfClient<Row> = Row & { readonly clientId: string };

function byClient<Row extends { readonly clientId: string }>(rows: readonly Row[]) {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const others = found.get(row.clientId);
    if (others === undefined) found.set(row.clientId, [row]);
    else others.push(row);
  }
  return found;
}

/**
 * The three files of a linkage put together, client by client.
 *
 * For: the analysis on files. Rule: rows belong to the client whose id they carry; their order does not matter.
 * @param clients rows of clients.csv
 * @param spells rows of employment.csv
 * @param contributions rows of contributions.csv; null where there is no such file
 * @returns one record per client, in the order of clients.csv
 * @throws RangeError for a client who comes twice, or a row of a client who is not in clients.csv
 * Source: outcome definitions, section 16. Checked: by example; order of rows (property test).
 */
export function linkedRecords(
  clients: readonly ClientRecord[],
  spells: readonly OfClient<EmploymentSpell>[],
  contributions: readonly OfClient<Contribution>[] | null,
): LinkedRecord[] {
  const known = new Set(clients.map(({ clientId }) => clientId));
  if (known.size < clients.length) {
    throw new RangeError('linkedRecords: client_id must not come twice in clients.csv');
  }
  const employment = byClient(spells);
  const payments = contributions === null ? null : byClient(contributions);
  for (const id of [...employment.keys(), ...(payments?.keys() ?? [])]) {
    if (!known.has(id)) {
      throw new RangeError('linkedRecords: client_id of every row must be in clients.csv');
    }
  }
  return clients.map((client) => ({
    client,
    spells: employment.get(client.clientId) ?? [],
    contributions: payments === null ? null : (payments.get(client.clientId) ?? []),
  }));
}
