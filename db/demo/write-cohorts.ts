import { inChange } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import { insertRows } from './bulk-insert.ts';
import { evaluationRows } from './evaluation-rows.ts';
import type { Identities } from './identities.ts';
import { COHORT } from './linked-published.ts';
import { linkedCohort } from './linked-people.ts';
import { linkedPeopleRows } from './linked-rows.ts';
import { seedActor } from './seed-actor.ts';

/** The linked cohort with its own 63 sites: no team is at any of them. */
export async function writeLinkedCohort(db: Db, ids: Identities, seed: number): Promise<void> {
  const cohort = linkedCohort(seed);
  const roundId = ids.linkedRound(COHORT.linkageDate);
  await inChange(db, seedActor, async (trx, record) => {
    await insertRows(trx, 'linkedRounds', [
      {
        id: roundId,
        name: 'Data linkage of December 2024',
        linkageDate: COHORT.linkageDate,
        sent: COHORT.sent,
        matched: COHORT.matched,
        state: 'current' as const,
        version: 1,
      },
    ]);
    const sites = cohort.sites.map(({ group }) => ({ id: ids.linkedSite(group), name: group }));
    await insertRows(trx, 'sites', sites);
    await insertRows(trx, 'linkedPeople', linkedPeopleRows(cohort, roundId, ids));
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
