import { describe, expect, it } from 'vitest';

import { caseMix } from '#scoring/relations/case-mix.ts';
import {
  isStandardisedRateHeld,
  standardisedRate,
  standardisedWarnings,
} from '#scoring/relations/standardised-rate.ts';

import { only } from '../statistics/reference-group.ts';

describe('standardisedRate', () => {
  it('is the ratio times the rate of all, and held at 100%', () => {
    expect(standardisedRate(1.5, 0.4)).toBeCloseTo(0.6, 15);
    expect(standardisedRate(4, 0.3815)).toBe(1);
    expect(standardisedRate(0, 0.4)).toBe(0);
  });

  it('is held with a word for each team, and for no team at 100% itself', () => {
    const teams = [
      { team: 'A', ratio: 2 },
      { team: 'B', ratio: 2.5 },
    ];
    expect(teams.map(({ ratio }) => isStandardisedRateHeld(ratio, 0.5))).toEqual([false, true]);
    expect(standardisedWarnings(teams, 0.5)).toEqual([
      'the standardised rate of B would pass 100% and is held there: read its ratio',
    ]);
  });

  it('refuses a ratio below 0 and a rate that is none', () => {
    expect(() => standardisedRate(-1, 0.5)).toThrow(RangeError);
    expect(() => standardisedRate(1, 1.01)).toThrow(RangeError);
  });
});

describe('caseMix', () => {
  it('holds the rate of a team that does well with clients expected to do badly, and says so', () => {
    // 80 of 90 at one site of one kind of client; of the other kind 5 of 90, and all 5 of a small team.
    const groups = [
      { team: 'large', kind: 'a', clients: 90, entries: 80 },
      { team: 'large', kind: 'b', clients: 90, entries: 5 },
      { team: 'small', kind: 'b', clients: 5, entries: 5 },
    ];
    const rows = groups.flatMap(({ clients, entries, ...row }) =>
      Array.from({ length: clients }, (_, i) => ({ ...row, started: i < entries ? 1 : 0 })),
    );
    const column = (key: 'team' | 'kind' | 'started') => rows.map((row) => row[key]);
    const table = { team: column('team'), kind: column('kind'), started: column('started') };
    const terms = [{ kind: 'categorical', column: 'kind' }] as const;
    const result = caseMix(table, { outcome: 'started', team: 'team', terms });
    const { teams, overallRate, warnings } = only(result, 'computed');
    const small = teams.find(({ team }) => team === 'small')!;
    // Expected: 5 clients of whom 10 of 95 of their kind started. 5 / (5 x 10 / 95) = 9.5, times 90 / 185.
    expect(small.ratio).toBeCloseTo(9.5, 8);
    expect(small.ratio * overallRate).toBeGreaterThan(4);
    expect(small.standardisedRate).toBe(1);
    expect(warnings).toContain(
      'the standardised rate of small would pass 100% and is held there: read its ratio',
    );
    expect(warnings.join(' ')).not.toContain('of large');
  });
});
