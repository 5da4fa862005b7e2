import type { Db } from '#db/connection/open-database.ts';

import {
  attacked,
  KINDS,
  released,
  type Attacked,
  type Cell,
} from '../../scoring/outcomes/release/breakdown-attacker.ts';

const columns = [
  'substanceGroup',
  'sex',
  'ageBand',
  'treatmentStatus',
  'timeInTreatment',
  'engagement',
  'deprivationQuintile',
] as const;

export interface AttackedBreakdown {
  breakdown: (typeof columns)[number];
  groups: readonly string[];
  hidden: readonly string[];
  left: readonly Attacked[];
}

/** What the breakdowns of a round that hide somebody leave a reader who knows the rule and all that is shown. */
export async function attackedBreakdowns(db: Db, roundId: string): Promise<AttackedBreakdown[]> {
  const people = await db
    .selectFrom('linkedPeople')
    .select([...columns, 'followUpComplete', 'worked', 'startedJob', 'sustained13Weeks'])
    .where('roundId', '=', roundId)
    .execute();
  return columns.flatMap((breakdown): AttackedBreakdown[] => {
    const cells = new Map<string, number[]>();
    for (const person of people) {
      const group = String(person[breakdown]);
      const cell = cells.get(group) ?? new Array<number>(2 * KINDS).fill(0);
      const { worked, startedJob, sustained13Weeks, followUpComplete } = person;
      const kind = worked === 0 ? 0 : 1 + 2 * startedJob + sustained13Weeks;
      const place = kind + (followUpComplete === 1 ? 0 : KINDS);
      cell[place] = (cell[place] ?? 0) + 1;
      cells.set(group, cell);
    }
    const groups = [...cells.keys()];
    const counts: Cell[] = [...cells.values()];
    const { plan } = released(counts);
    const hidden = groups.filter((_, place) => plan.hidden[place] !== null);
    if (hidden.length === 0 && plan.complete === 'all') return [];
    return [{ breakdown, groups, hidden, left: attacked(counts) }];
  });
}
