import { describe, expect, test } from 'vitest';

import { sharedDatabase } from '../../builders/database.ts';
import { aPerson } from '../../builders/users.ts';
import { reportFor as jobStartsFor } from '../client-model/ask-job-starts.ts';
import { reportFor } from './ask.ts';
import { anEvaluation } from './cohort.ts';

// "What goes with a job start" with all its variables is the model of figure 8 with meetings in: a reader who lays one beside the
// other finds the same odds ratios.

const { db, made } = sharedDatabase(anEvaluation);

test.each(['national-reader', 'national-analyst', 'team-leader'] as const)(
  'a %s finds the same odds ratios and effects of teams on both pages',
  async (role) => {
    const user = aPerson(role, { teamId: role === 'team-leader' ? crypto.randomUUID() : null });
    const { teams, reference } = await reportFor(db(), user);
    const { factors } = await jobStartsFor(db(), user);
    const factor = factors.find(({ key }) => key === 'team');
    expect(factor?.reference).toBe(reference.name);
    expect(teams).toHaveLength(3);
    for (const { name, oddsRatioWith, effectWith, figure } of teams) {
      const row = factor?.rows.find(({ label }) => label === name);
      const { oddsRatio, wald, effect } = row!.estimate!;
      expect(oddsRatioWith).toEqual({
        value: oddsRatio,
        lower: wald.lower,
        upper: wald.upper,
        isClear: wald.isClear,
      });
      expect(effectWith).toMatchObject({
        value: effect!.value,
        lower: effect!.lower,
        upper: effect!.upper,
      });
      expect(row!.figure).toMatchObject({
        clients: figure.denominator,
        jobStarts: figure.numerator,
      });
    }
  },
);

describe('with another team to compare with', () => {
  test('both pages turn round together', async () => {
    const user = aPerson('national-reader');
    const id = made().Bexminster;
    const { teams } = await reportFor(db(), user, `?reference=${id}`);
    const { factors } = await jobStartsFor(db(), user, `?reference-team=${id}`);
    const rows = factors.find(({ key }) => key === 'team')?.rows ?? [];
    expect(teams.map(({ name }) => name)).toEqual(['Aldersgate', 'Cranwell', 'Dunharrow']);
    expect(teams.map(({ oddsRatioWith }) => oddsRatioWith.value)).toEqual(
      teams.map(({ name }) => rows.find(({ label }) => label === name)?.estimate?.oddsRatio),
    );
  });
});
