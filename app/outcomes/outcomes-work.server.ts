import { keptResult } from '#app/cache/kept-results.server.ts';
import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { getKeptFollowUp, listCohort, listLinkedRounds } from '#db/queries/cohorts.ts';
import { findSetting } from '#db/queries/dated-data.ts';
import { keptMeanFollowUp } from '#scoring/outcomes/cohort/kept-follow-up.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import {
  hiddenInRelease,
  outcomesRelease,
  type HiddenGroup,
  type OutcomesRelease,
} from '#scoring/outcomes/release/outcomes-release.ts';
import {
  keptOutcomesReport,
  usualOutcomesSettings,
} from '#scoring/outcomes/report/outcomes-report.ts';

export interface OutcomesAsked {
  roundId: string;
  /** Whose small-number rules hold. */
  today: string;
}

export interface OutcomesAnswer {
  release: OutcomesRelease;
  /** For analysts alone. */
  hidden: readonly HiddenGroup[];
}

/**
 * A round as everybody may see it; exact figures do not leave the job. Null where the round has gone meanwhile. Kept in
 * the thread of the job, since the round's files are made from it too.
 */
export function outcomesRound(db: Db, asked: OutcomesAsked): Promise<OutcomesAnswer | null> {
  return keptResult(db, `outcomes round ${JSON.stringify(asked)}`, () => worked(db, asked));
}

async function worked(db: Db, { roundId, today }: OutcomesAsked): Promise<OutcomesAnswer | null> {
  const round = (await listLinkedRounds(db)).find(({ id }) => id === roundId);
  if (round === undefined) return null;
  const policy = await disclosurePolicyOn(db, today);
  const { sent, matched } = round;
  const clients = await listCohort(db, roundId);
  const followUp = keptMeanFollowUp(clients, await getKeptFollowUp(db, roundId));
  const report = keptOutcomesReport(clients, followUp, {
    ...usualOutcomesSettings,
    matching: { sent, matched },
    fewestClientsOfSite: await fewestClientsOfSiteOn(db, today),
    level: policy.level,
  });
  const isPublished = round.linkageDate.startsWith(report2025.linkageMonth);
  return {
    release: outcomesRelease(report, policy, isPublished ? report2025 : null),
    hidden: hiddenInRelease(report, policy),
  };
}

async function fewestClientsOfSiteOn(db: Db, day: string): Promise<number> {
  const stored = await findSetting(db, 'published-site-minimum', day);
  const value: unknown = stored === undefined ? undefined : JSON.parse(stored);
  return typeof value === 'number' ? value : usualOutcomesSettings.fewestClientsOfSite;
}
