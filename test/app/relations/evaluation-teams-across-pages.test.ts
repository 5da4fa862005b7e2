import { describe, expect, test } from 'vitest';

import { caseMixRelease } from '#app/case-mix/case-mix-work.server.ts';
import { evaluationPattern } from '#app/relations/evaluation-view.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { setUp } from '../../builders/set-up.ts';
import { aPerson } from '../../builders/users.ts';
import { reportFor as jobStartsFor } from '../client-model/ask-job-starts.ts';
import { reportFor as figureEightFor } from '../figure-eight/ask.ts';
import {
  anEvaluation,
  evaluationTeams,
  hiddenNames,
  madeClients,
  today,
  type EvaluationName,
} from '../figure-eight/cohort.ts';

// One national reader who opens every page about the evaluation's teams and lays their rounded counts side by side.

const national = aPerson('national-reader');

interface Counts {
  clients: number;
  starts: number;
}

/** What a page shows of one set of clients: its teams by name, and everybody. */
interface Release {
  teams: Map<string, Counts>;
  whole: Counts | null;
}

type Pages = Record<string, (db: Db, ids: Record<EvaluationName, string>) => Promise<Release>>;

const number = (words: string): number => Number(words.replaceAll(',', ''));

/** The model of job starts by team and sex: few variables are what counts are easiest found from. */
async function fromJobStarts(db: Db, missing: string): Promise<Release> {
  const search = `?variable=team&variable=sex&missing=${missing}`;
  const { counts, factors } = await jobStartsFor(db, national, search);
  const rows = factors.find(({ key }) => key === TEAM_COLUMN)?.rows ?? [];
  return {
    teams: new Map(
      rows.flatMap(({ label, figure }) =>
        figure === null
          ? []
          : [[label, { clients: figure.clients, starts: figure.jobStarts }] as const],
      ),
    ),
    whole: { clients: counts.used!, starts: counts.jobStarts! },
  };
}

async function fromFigureEight(db: Db, meetings: string): Promise<Release> {
  const { reference, teams, whole } = await figureEightFor(db, national, `?meetings=${meetings}`);
  return {
    teams: new Map(
      [reference, ...teams].map(({ name, figure }) => [
        name,
        { clients: figure.denominator!, starts: figure.numerator! },
      ]),
    ),
    whole:
      whole.clients === '*'
        ? null
        : { clients: number(whole.clients), starts: number(whole.jobStarts) },
  };
}

const pages: Pages = {
  relations: async (db) => {
    const { teams, pattern } = await evaluationPattern(db, policy);
    const nameOf = new Map(teams.map(({ teamId, name }) => [teamId, name]));
    return {
      teams: new Map(
        pattern.points.map(({ teamId, figure }) => [
          nameOf.get(teamId)!,
          { clients: figure.denominator!, starts: figure.numerator! },
        ]),
      ),
      whole: null,
    };
  },
  'case mix': async (db, ids) => {
    const release = await caseMixRelease(db, { query: 'clients=evaluation', today });
    if (release.status !== 'computed') throw new Error(`No case mix: ${release.reason}`);
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    return {
      teams: new Map(
        release.rows.map(({ teamId, counts }) => [
          names.get(teamId)!,
          { clients: counts.n, starts: counts.events },
        ]),
      ),
      whole: { clients: release.clients.clients, starts: release.clients.jobEntries },
    };
  },
  'job starts, “not known” a category': (db) => fromJobStarts(db, 'not-known-category'),
  'job starts, complete cases': (db) => fromJobStarts(db, 'complete-cases'),
  'figure 8': (db) => fromFigureEight(db, 'to-date'),
  'figure 8, landmark': (db) => fromFigureEight(db, 'first-60-days'),
};

interface Range {
  least: number;
  most: number;
}

/** Every count that is rounded to this one. */
const behind = (rounded: number): Range => ({ least: rounded - 2, most: rounded + 2 });

const narrower = (a: Range, b: Range): Range => ({
  least: Math.max(a.least, b.least),
  most: Math.min(a.most, b.most),
});

const sumOf = (ranges: readonly Range[]): Range => ({
  least: ranges.reduce((sum, { least }) => sum + least, 0),
  most: ranges.reduce((sum, { most }) => sum + most, 0),
});

/**
 * What the hidden teams together can have in each release: what the whole leaves beside the shown teams, and never more than in
 * a wider release. Releases that are about the same clients are one: what one page shows of them narrows the other.
 */
function rangesOfHidden(releases: readonly Release[], of: keyof Counts): Range[] {
  const names = [...new Set(releases.flatMap(({ teams }) => [...teams.keys()]))];
  const shown = releases.map(({ teams }) =>
    names.map((name) => behind(teams.get(name)?.[of] ?? NaN)),
  );
  // From the widest release to the narrowest: each team has no more clients in the next one.
  for (let round = 0; round < 10; round += 1) {
    for (const [at, ranges] of shown.entries()) {
      for (const [team, range] of ranges.entries()) {
        const [wider, smaller] = [shown[at - 1]?.[team], shown[at + 1]?.[team]];
        ranges[team] = narrower(range, {
          least: smaller?.least ?? 0,
          most: wider?.most ?? Infinity,
        });
      }
    }
  }
  const hidden = releases.map(({ whole }, at): Range => {
    const all = sumOf(shown[at]!);
    const total = whole === null ? { least: 0, most: Infinity } : behind(whole[of]);
    return { least: Math.max(0, total.least - all.most), most: total.most - all.least };
  });
  for (let round = 0; round < 10; round += 1) {
    for (const [at, range] of hidden.entries()) {
      hidden[at] = narrower(range, {
        least: hidden[at + 1]?.least ?? 0,
        most: hidden[at - 1]?.most ?? Infinity,
      });
    }
  }
  return hidden;
}

/** One release out of several about the same clients: all teams and the whole that any of them shows. */
function together(releases: readonly Release[]): Release {
  return {
    teams: new Map(releases.flatMap(({ teams }) => [...teams])),
    whole: releases.flatMap(({ whole }) => whole ?? [])[0] ?? null,
  };
}

describe('the teams of the evaluation', () => {
  const { db, made } = sharedDatabase((given) => anEvaluation(given));
  const names = Object.keys(evaluationTeams) as EvaluationName[];
  const shownNames = names.filter((name) => !(hiddenNames as readonly string[]).includes(name));
  const release = (page: string): Promise<Release> => pages[page]!(db(), made());

  // A small team and the next smallest: were one of them known to a reader, a third would have to be hidden.
  test.each(Object.keys(pages))('are hidden alike on every page: %s', async (page) => {
    const { teams } = await release(page);
    expect([...teams.keys()].toSorted()).toEqual(shownNames);
  });

  test('show the same counts wherever pages are about the same clients', async () => {
    const [relations, caseMix] = [await release('relations'), await release('case mix')];
    expect(relations.teams).toEqual(caseMix.teams);
    const figureEight = await release('figure 8');
    const jobStarts = await release('job starts, complete cases');
    expect(figureEight.teams).toEqual(jobStarts.teams);
    expect(figureEight.whole).toEqual(jobStarts.whole);
  });

  test('leave several counts for a hidden team to a reader of all pages', async () => {
    const releases = [
      together([await release('relations'), await release('case mix')]),
      await release('job starts, “not known” a category'),
      together([await release('figure 8'), await release('job starts, complete cases')]),
      await release('figure 8, landmark'),
    ];
    expect(releases.map(({ teams }) => teams.size)).toEqual([4, 4, 4, 4]);
    const startsOf = (name: EvaluationName): number =>
      madeClients(evaluationTeams[name]).filter(({ jobStart }) => jobStart).length;
    const exact = {
      clients: hiddenNames.map((name) => evaluationTeams[name].clients),
      starts: hiddenNames.map(startsOf),
    };
    for (const of of ['clients', 'starts'] as const) {
      const ranges = rangesOfHidden(releases, of);
      const [everybody] = ranges;
      const sum = exact[of].reduce((total, count) => total + count, 0);
      // The reader's arithmetic is right: the truth lies in what is left.
      expect(everybody!.least).toBeLessThanOrEqual(sum);
      expect(everybody!.most).toBeGreaterThanOrEqual(sum);
      for (const { least, most } of ranges) {
        // Not even what both have together is known to fewer than three numbers; each may have all of it but one.
        expect(most - least).toBeGreaterThanOrEqual(2);
        expect(most - hiddenNames.length).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('a team that is small among the clients whom the landmark keeps, and in no wider set', () => {
  // All of its starts but three came before day 60.
  const { db, made } = sharedDatabase(async (given) => {
    const ids = await anEvaluation(given);
    await setUp(given, async (trx) => {
      const starts = await trx
        .selectFrom('evaluationClients')
        .select('id')
        .where('teamId', '=', ids.Dunharrow)
        .where('jobStart', '=', 1)
        .where('daysFollowed', '=', 400)
        .execute();
      const early = starts.slice(3).map(({ id }) => id);
      await trx
        .updateTable('evaluationClients')
        .set({ daysToJob: 30 })
        .where('id', 'in', early)
        .execute();
      await trx
        .updateTable('evaluationClients')
        .set({ daysToJob: 120 })
        .where(
          'id',
          'in',
          starts.slice(0, 3).map(({ id }) => id),
        )
        .execute();
    });
    return ids;
  });

  test('is hidden in the landmark variant, and stays on every other page', async () => {
    for (const [page, release] of Object.entries(pages)) {
      const { teams } = await release(db(), made());
      expect([page, teams.has('Dunharrow')]).toEqual([page, page !== 'figure 8, landmark']);
      for (const name of hiddenNames) expect(teams.has(name)).toBe(false);
    }
  });
});
