import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listSentFor } from '#db/queries/linkage-extracts.ts';
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
  { counts, sent, matched, linkageDate }: LinkageImport,
): Promise<CountLine[]> {
  if (counts === null) return [];
  const policy = await disclosurePolicyOn(db, today);
  const people = (count: number) => countFor('others', count, policy).text;
  const isHeld = (await listSentFor(db, linkageDate)).length > 0;
  const heldAgainst = isHeld
    ? 'agrees with an extract'
    : 'no extract is recorded to hold it against';
  const { spells, payments, included, leftOut, passedOver } = counts;
  return [
    { label: 'People sent', value: `${people(sent)} (${heldAgainst})` },
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
