import type { Db } from '../connection/open-database.ts';
import { EVALUATION_SEED } from './demo-constants.ts';
import type { TeamRate } from './fidelity-weight.ts';
import { identities } from './identities.ts';
import { teamProfiles } from './team-profiles.ts';
import { writeEvaluationCohort, writeLinkedCohort } from './write-cohorts.ts';
import { writeFrame } from './write-frame.ts';
import { writeQuality } from './write-quality.ts';
import { writeTeams } from './write-teams.ts';

/** One transaction of the seed. */
export interface SeedStep {
  label: string;
  run: () => Promise<void>;
}

/** Teams written in one step: large enough to be quick, small enough to show progress. */
const TEAMS_A_STEP = 11;

/**
 * The seed in order. Fidelity comes after the team records, since the job-entry rates that were drawn there decide how
 * much weight the teams' common effect must have in it.
 */
export function seedSteps(db: Db, seed: number): SeedStep[] {
  const ids = identities(seed);
  const profiles = teamProfiles(seed);
  const rates: TeamRate[] = [];
  const groups = Array.from({ length: Math.ceil(profiles.length / TEAMS_A_STEP) }, (_, place) =>
    profiles.slice(place * TEAMS_A_STEP, (place + 1) * TEAMS_A_STEP),
  );
  return [
    {
      label: 'Reference data, services and accounts',
      run: () => writeFrame(db, profiles, ids, seed),
    },
    ...groups.map((group, place) => ({
      label: `Team records, part ${place + 1} of ${groups.length}`,
      run: async () => {
        rates.push(...(await writeTeams(db, group, ids, seed)));
      },
    })),
    {
      label: 'Fidelity reviews and integration ratings',
      run: () => writeQuality(db, profiles, rates, ids, seed),
    },
    { label: 'Linked cohort', run: () => writeLinkedCohort(db, ids, seed) },
    { label: 'Evaluation cohort', run: () => writeEvaluationCohort(db, ids, EVALUATION_SEED) },
  ];
}
