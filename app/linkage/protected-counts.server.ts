import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { LinkageImport } from '#db/queries/linkage-imports.ts';
import { countFor } from '#scoring/disclosure/figure-for.ts';

export interface CountLine {
  label: string;
  value: string;
}

/** What was found in a return, as a national role may see it: people rounded and small numbers hidden. */
export async function protectedCounts(
  db: Db,
  today: string,
  { counts, sent, matched }: LinkageImport,
): Promise<CountLine[]> {
  if (counts === null) return [];
  const policy = await disclosurePolicyOn(db, today);
  const people = (count: number) => countFor('others', count, policy).text;
  const { spells, payments, included, leftOut, passedOver } = counts;
  return [
    { label: 'People sent', value: people(sent) },
    { label: 'People matched', value: people(matched) },
    { label: 'People in the round', value: people(included) },
    ...leftOut.map(({ reason, count }) => ({ label: reason, value: people(count) })),
    { label: 'Rows of employment', value: String(spells) },
    { label: 'Rows of contributions', value: payments === null ? 'None' : String(payments) },
    ...(passedOver.length === 0
      ? []
      : [{ label: 'Columns passed over', value: passedOver.join('; ') }]),
  ];
}
