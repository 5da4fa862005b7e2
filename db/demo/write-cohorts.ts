import { inChange } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import { insertRows } from './bulk-insert.ts';
import { evaluationRows } from './evaluation-rows.ts';
import type { Identities } from './identities.ts';
import { syntheticCohort } from './linked/cohort.ts';
import { rounds } from './linked/rounds.ts';
import { roundRows } from './linked/rows.ts';
import { seedActor } from './seed-actor.ts';

/** Two rounds of linkage of the same people with their own 63 sites: no team is at any of them. */
export async function writeLinkedCohort(db: Db, ids: Identities, seed: number): Promise<void> {
  const { records, sites } = syntheticCohort(seed);
  await inChange(db, seedActor, async (trx, record) => {
    await insertRows(
      trx,
      'sites',
      sites.map((name) => ({ id: ids.linkedSite(name), name })),
    );
    for (const round of rounds) {
      const { people, followUp } = roundRows(records, round, ids);
      await insertRows(trx, 'linkedRounds', [
        {
          id: ids.linkedRound(round.linkageDate),
          name: round.name,
          linkageDate: round.linkageDate,
          sent: round.sent,
          matched: people.length,
          ...followUp,
          state: 'current' as const,
          version: 1,
        },
      ]);
      await insertRows(trx, 'linkedPeople', people);
    }
    await record({ action: 'seed', entity: 'demo', entityId: 'linked cohort', detail: { seed } });
  });
}

export async function writeEvaluationCohort(db: Db, ids: Identities, seed: number): Promise<void> {
  const { teams, clients } = evaluationRows(ids, seed);
  await inChange(db, seedActor, async (trx, record) => {
    await insertRows(trx, 'evaluationTeams', teams);
    await insertRows(trx, 'evaluationClients', clients);
    await record({
      action: 'seed',
      entity: 'demo',
      entityId: 'evaluation cohort',
      detail: { seed },
    });
  });
}
