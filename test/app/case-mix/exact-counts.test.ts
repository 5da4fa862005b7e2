import { describe, expect, test } from 'vitest';

import type { CaseMixRow } from '#app/case-mix/case-mix-release.ts';
import { caseMixRelease } from '#app/case-mix/case-mix-work.server.ts';
import { printedTeam } from '#app/case-mix/printed-team.ts';
import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { disclosedProportion } from '#scoring/disclosure/disclosed-proportion.ts';
import {
  caseMixOfCounts,
  type AllTeams,
  type Counts,
  type ModelOfTeam,
} from '#scoring/relations/case-mix-of-counts.ts';

import { databaseWithReferenceData, sharedDatabase } from '../../builders/database.ts';
import { countedClients } from '../../builders/clients.ts';
import { aTeam } from '../../builders/teams.ts';
import { manyTeams, today, type Name } from '../relations/many-teams.ts';

// A reader who knows the models, the clients' factors and the rules, and wants the exact counts of a team.

const model: ModelOfTeam = {
  expectedRate: 0.3127,
  variancePerClient: 0.2011,
  fixedLogOdds: Array.from({ length: 83 }, (_, i) => -1.6 + i / 50),
};

const all: AllTeams = { rate: 0.305, rateTauSquared: 0.001, ratioTauSquared: 0.002, spread: 0.3 };

/** Everything that page and files print of a team, but its place. */
function printedFrom(counts: Counts): string {
  const figures = caseMixOfCounts(counts, model, all);
  const row: CaseMixRow = { teamId: 'a', counts, figures, rank: null };
  return JSON.stringify(printedTeam(row, 'A team', false));
}

/** What the rule makes of exact counts: undefined where they are hidden. */
function released({ n, events }: Counts): Counts | undefined {
  const figure = disclosedProportion(events, n, defaultDisclosurePolicy);
  return figure.status === 'shown'
    ? { n: figure.denominator, events: figure.numerator }
    : undefined;
}

function everyCount(most: number): Counts[] {
  const sizes = Array.from({ length: most - 19 }, (_, i) => i + 20);
  return sizes.flatMap((n) =>
    Array.from({ length: n + 1 }, (_, events): Counts => ({ n, events })),
  );
}

describe('what is printed of a team', () => {
  // Counts whose neighbours are all within reach of the search.
  const candidates = everyCount(66).map((exact) => ({ exact, shown: released(exact) }));

  test('leaves three pairs of exact counts or more for every row', () => {
    const behind = new Map<string, Counts[]>();
    for (const { exact, shown } of candidates) {
      if (shown === undefined) continue;
      const printed = printedFrom(shown);
      behind.set(printed, [...(behind.get(printed) ?? []), exact]);
    }
    const inReach = [...behind.values()].filter((counts) =>
      counts.every(({ n, events }) => n > 22 && n < 63 && events > 0 && events < n),
    );
    expect(inReach.length).toBeGreaterThan(30);
    // Where nearly everybody started a job the rate's own rule leaves three pairs; mostly there are 25.
    for (const counts of inReach) expect(counts.length).toBeGreaterThanOrEqual(3);
    expect(inReach.filter((counts) => counts.length >= 20).length).toBeGreaterThan(20);
  });

  test('would leave a single one if it were worked out from exact counts', () => {
    const exact = { n: 43, events: 14 };
    const leaky = (counts: Counts): string => {
      const { adjustedRate, effect } = caseMixOfCounts(counts, model, all);
      return `${adjustedRate?.toFixed(3)} ${effect?.standardError.toFixed(4)}`;
    };
    const consistent = candidates.filter(
      ({ exact: one, shown }) =>
        JSON.stringify(shown) === JSON.stringify(released(exact)) && leaky(one) === leaky(exact),
    );
    expect(consistent).toHaveLength(1);
  });
});

describe('the release for everyone', () => {
  const { db, made } = sharedDatabase(manyTeams);

  test('has no row that other exact counts of the same rounding would change', async () => {
    const release = await caseMixRelease(db(), { query: '', today });
    if (release.status !== 'computed') throw new Error('Nothing was computed');
    const { facts, ids } = made();
    expect(release.rows).toHaveLength(15);
    for (const row of release.rows) {
      const name = (Object.keys(ids) as Name[]).find((one) => ids[one] === row.teamId);
      const exact = { n: facts[name!].clients, events: facts[name!].entries };
      expect(row.counts).toEqual(released(exact));
      expect(row.counts).not.toEqual(exact);
      // Ratio, limits and rates go back to the rounded counts and to nothing else.
      expect(row.figures.rate).toBe(row.counts.events / row.counts.n);
      expect(row.figures.expected).toBeCloseTo(row.counts.n * row.figures.expectedRate, 10);
      expect(row.figures.ratio).toBeCloseTo(row.counts.events / row.figures.expected, 10);
    }
  });

  test('is the same whichever exact number of job entries stands behind a rounded one', async () => {
    const printed = new Set<string>();
    // With the other teams' 156, all of these round to 35, and the whole to 190.
    for (const entries of [33, 34, 35, 36]) {
      const { db: own, close } = await databaseWithReferenceData();
      for (const counted of [entries, 41, 52, 63]) {
        const team = await aTeam(own);
        const clients = { clients: 150, entries: counted, enrolled: '2026-01-20' };
        await countedClients(own, team.id, clients);
      }
      const release = await caseMixRelease(own, { query: '', today });
      if (release.status !== 'computed') throw new Error('Nothing was computed');
      const { clients, teams } = release;
      const rows = release.rows.map((row) => JSON.stringify(printedTeam(row, '', false)));
      printed.add(JSON.stringify([clients, teams, rows.toSorted()]));
      await close();
    }
    expect(printed.size).toBe(1);
  });
});
