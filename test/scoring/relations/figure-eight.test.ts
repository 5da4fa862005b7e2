import { describe, expect, it } from 'vitest';

import { figureEight } from '#scoring/relations/figure-eight.ts';
import { landmarkTable } from '#scoring/relations/landmark.ts';
import { modelColumns } from '#scoring/statistics/model-columns.ts';
import { modelFrame, type Table } from '#scoring/statistics/model-frame.ts';
import { refit } from '#scoring/statistics/refit.ts';
import clientsExpected from '#test/reference/statistics/clients.expected.json' with { type: 'json' };
import extra from '#test/reference/statistics/regression-extra.expected.json' with { type: 'json' };

import { fitLogistic, fittedModel } from '../statistics/client-model-checks.ts';
import { clientTable, clientTerms, completeClients, jobStart } from '../statistics/client-table.ts';
import { only } from '../statistics/reference-group.ts';
import {
  evaluationQuestion,
  fitFigureEight,
  landmarkClients,
  landmarkQuestion,
} from './figure-eight-checks.ts';
import { causalWords } from './reference-teams.ts';
import { drawsOf, fewStarts, isSeparated, tableOfClients } from './separated-draws.ts';

describe('figureEight', () => {
  const fit = fitFigureEight(evaluationQuestion, 400);

  it('has the interval that another bootstrap has, within the error of both', () => {
    const bootstrap: Readonly<Record<string, { lower: number; upper: number; sd: number }>> =
      extra.figure8.bootstrap;
    for (const { team, change } of fit.teams) {
      const { lower, upper, sd } = bootstrap[team]!;
      // The error of a 2.5% quantile of 400 draws is about sd * sqrt(.025 * .975 / 400) / .058 = .13 sd.
      expect(Math.abs(change.lower - lower)).toBeLessThan(0.5 * sd);
      expect(Math.abs(change.upper - upper)).toBeLessThan(0.5 * sd);
      expect(change.lower).toBeLessThan(change.value);
      expect(change.upper).toBeGreaterThan(change.value);
    }
  });

  it('classes by the change alone, and never the reference', () => {
    const classes = Object.fromEntries(fit.teams.map((entry) => [entry.team, entry.class]));
    expect(classes).toEqual({
      Barnet: 'about as effectively',
      Brent: 'more effectively',
      Ealing: 'about as effectively',
      Harrow: 'about as effectively',
      Hillingdon: 'less effectively',
      Hounslow: 'about as effectively',
      Westminster: 'about as effectively',
    });
    // Barnet's odds ratio rises from 3.7 to 4.9 with the bands; its class is not "more".
    const barnet = fit.teams.find(({ team }) => team === 'Barnet')!;
    expect(barnet.oddsRatioWith.value).toBeGreaterThan(barnet.oddsRatioWithout.value + 1);
    expect(fit.reference).toMatchObject({ team: 'Kensington and Chelsea', n: 48, events: 6 });
    expect(fit.reference).not.toHaveProperty('class');
  });

  it('has plain rates and mean meetings beside, and says what it left out', () => {
    for (const { team, n, events, rate, interval, meanMeetings } of [fit.reference, ...fit.teams]) {
      const counts: Readonly<Record<string, number>> = clientsExpected.clientsByTeam;
      const started: Readonly<Record<string, number>> = clientsExpected.observedByTeam;
      expect([n, events]).toEqual([counts[team], started[team]]);
      expect(interval!.lower).toBeLessThan(rate);
      expect(meanMeetings).toBeGreaterThan(4);
    }
    expect(fit.exclusions.rowsUsed).toBe(668);
    expect(fit.eventsPerParameter).toBeCloseTo(182 / 44, 12);
    expect(fit.warnings).toContain('confidence is not known for 18 of 718');
    expect(fit.warnings.join(' ')).toContain('only 4.1 events per parameter');
    expect(fit.cautions.join(' ')).toContain('average marginal effect alone');
    expect(fit.cautions.join(' ').replace('bring about', '')).not.toMatch(causalWords);
  });

  it('gives the same figure for the same seed, another interval for another', () => {
    const [again, other] = [
      fitFigureEight(evaluationQuestion, 20, 5),
      fitFigureEight(evaluationQuestion, 20, 6),
    ];
    expect(fitFigureEight(evaluationQuestion, 20, 5)).toEqual(again);
    expect(other.teams[0]!.change.value).toBe(again.teams[0]!.change.value);
    expect(other.teams[0]!.change.lower).not.toBe(again.teams[0]!.change.lower);
  });

  it('turns round with the reference the reader chooses', () => {
    const team = { ...evaluationQuestion.team, reference: 'Brent' };
    const turned = fitFigureEight({ ...evaluationQuestion, team }, 2);
    const back = turned.teams.find((entry) => entry.team === 'Kensington and Chelsea')!;
    const there = fit.teams.find((entry) => entry.team === 'Brent')!;
    expect(back.change.value).toBeCloseTo(-there.change.value, 10);
    expect(back.oddsRatioWith.value).toBeCloseTo(1 / there.oddsRatioWith.value, 10);
  });

  it('counts a row of weight 2 as two clients alike, in both models and the check', () => {
    const table = completeClients();
    const rows = [...table.job_start!.keys()];
    const weights = rows.map((row) => 1 + (row % 3));
    const repeated = rows.flatMap((row) => Array.from({ length: weights[row]! }, () => row));
    const twice = Object.fromEntries(
      Object.entries(table).map(([name, values]) => [name, repeated.map((row) => values[row]!)]),
    );
    const options = { seed: 1, refits: 2 };
    const weighted = only(
      figureEight({ ...table, weights }, { ...evaluationQuestion, weights: 'weights' }, options),
      'fitted',
    );
    const spelledOut = only(figureEight(twice, evaluationQuestion, options), 'fitted');
    expect([weighted.n, weighted.events]).toEqual([spelledOut.n, spelledOut.events]);
    expect(weighted.reference).toEqual(spelledOut.reference);
    expect(weighted.teams).toHaveLength(7);
    for (const [index, team] of weighted.teams.entries()) {
      const same = spelledOut.teams[index]!;
      expect(team.meanMeetings).toBeCloseTo(same.meanMeetings!, 12);
      for (const of of [
        'oddsRatioWith',
        'oddsRatioWithout',
        'oddsRatioWithoutSameScale',
      ] as const) {
        for (const end of ['value', 'lower', 'upper'] as const)
          expect(team[of]![end] / same[of]![end]).toBeCloseTo(1, 8);
      }
      for (const of of ['effectWith', 'effectWithout'] as const) {
        expect(team[of].effect).toBeCloseTo(same[of].effect, 10);
        expect(team[of].standardError).toBeCloseTo(same[of].standardError, 10);
      }
    }
  });

  it('has the same interval in whatever order clients stand, and however their weight is divided', () => {
    const table = completeClients();
    const rows = [...table.job_start!.keys()];
    const weightOf = (row: number): number => 0.75 + 0.25 * (row % 3);
    const intervals = (order: readonly number[], weights: readonly number[]) => {
      const turned = Object.fromEntries(
        Object.entries(table).map(([name, values]) => [name, order.map((row) => values[row]!)]),
      );
      const question = { ...evaluationQuestion, weights: 'weights' };
      const found = figureEight({ ...turned, weights }, question, { seed: 3, refits: 20 });
      return only(found, 'fitted').teams.map(({ change }) => [change.lower, change.upper]);
    };
    const plain = intervals(rows, rows.map(weightOf));
    const turned = rows.toReversed();
    const divided = [...rows, ...rows];
    for (const other of [
      intervals(turned, turned.map(weightOf)),
      intervals(
        divided,
        divided.map((row) => weightOf(row) / 2),
      ),
    ]) {
      for (const [team, ends] of plain.entries()) {
        for (const [end, value] of ends.entries()) expect(other[team]![end]).toBeCloseTo(value, 8);
      }
    }
    // The weights are drawn by: without them there is another interval.
    const equal = intervals(
      rows,
      rows.map(() => 1),
    );
    expect(equal[0]![0]).not.toBeCloseTo(plain[0]![0]!, 4);
  });

  it('counts the refits in which outcomes are told apart, and uses them', () => {
    const { clients, question } = fewStarts();
    const options = { seed: 11, refits: 300 };
    const found = only(figureEight(tableOfClients(clients), question, options), 'fitted');
    const draws = drawsOf(clients.length, options);
    const counted = draws.filter((rows) => isSeparated(rows.map((row) => clients[row]!)));
    expect(counted.length).toBeGreaterThan(20);
    expect(counted.length).toBeLessThan(280);
    // In some of them the bands alone tell starts apart, so that only the larger model is separated.
    const byTeam = counted.filter((rows) =>
      isSeparated(rows.map((row) => ({ ...clients[row]!, band: 0 }))),
    );
    expect(byTeam.length).toBeGreaterThan(10);
    expect(counted.length - byTeam.length).toBeGreaterThan(10);
    expect(found).toMatchObject({ separatedRefits: counted.length, failedRefits: 0 });
    expect(found.teams.map((team) => team.refits)).toEqual([300]);
  });

  it("uses Firth's method where a band has starts only, and says so", () => {
    const table = clientTable();
    const outcome = (table.job_start as number[]).map((value, row) =>
      table.meeting_band![row] === '13 or more' ? 1 : value,
    );
    const question = { ...evaluationQuestion, others: [] };
    const result = figureEight({ ...table, job_start: outcome }, question, { seed: 1, refits: 5 });
    expect(result).toMatchObject({ status: 'fitted', method: 'firth', failedRefits: 0 });
    expect(result.status === 'fitted' && result.warnings.join(' ')).toContain("Firth's");
  });

  it('has no answer for one team, one band, or one outcome', () => {
    const table = clientTable();
    const same = (column: string, value: string | number): Table => ({
      ...table,
      [column]: Array.from(table[column]!, () => value),
    });
    for (const [column, value] of [
      ['team', 'Brent'],
      ['meeting_band', '1 to 4'],
      ['job_start', 0],
    ] as const) {
      const result = figureEight(same(column, value), evaluationQuestion, { seed: 1, refits: 2 });
      expect(result.status).toBe('too-few');
    }
    expect(() => figureEight(table, evaluationQuestion, { seed: 1, refits: 1 })).toThrow(
      RangeError,
    );
  });
});

describe('refit', () => {
  const table = completeClients();
  const terms = clientTerms().filter(({ column }) =>
    ['team', 'age', 'meeting_band'].includes(column),
  );
  const model = fittedModel(table, jobStart(terms));
  const outcome = Float64Array.from(table.job_start as number[]);

  it('is a fit of the resampled rows themselves', () => {
    const weights = Float64Array.from(outcome, (_, i) => (i * 7) % 4);
    const found = refit(model, outcome, weights, 'maximum-likelihood', model.maximum.parameters)!;
    const itself = fitLogistic({ ...table, weights }, jobStart(terms, { weights: 'weights' }), {
      profile: false,
    });
    const inUnits = model.design.toUnits.map((row) =>
      row.reduce((sum, unit, j) => sum + unit * found.parameters[j]!, 0),
    );
    itself.coefficients.forEach(({ estimate }, j) => expect(inUnits[j]).toBeCloseTo(estimate, 8));
  });

  it('gives 0 to a category that was not drawn, and goes on where one has no starts', () => {
    const frame = modelFrame('test', table, jobStart(terms));
    const columns = modelColumns('test', frame);
    const start = model.maximum.parameters;
    const j = columns.meanings.findIndex(({ category }) => category === 'Westminster');
    const without = Float64Array.from(outcome, (_, i) =>
      table.team![i] === 'Westminster' ? 0 : 1,
    );
    expect(refit(columns, outcome, without, 'maximum-likelihood', start)!.parameters[j]).toBe(0);
    const noStarts = Float64Array.from(outcome, (started, i) =>
      table.team![i] === 'Westminster' && started === 1 ? 0 : 1,
    );
    const separated = refit(columns, outcome, noStarts, 'maximum-likelihood', start)!;
    expect(separated.isSeparated).toBe(true);
    expect(separated.parameters[j]).toBeLessThan(-8);
  });
});

describe('landmarkTable', () => {
  it('keeps clients followed 60 days without a start before day 60', () => {
    const table: Table = {
      days_followed: [59, 60, 300, 300, 300, null],
      days_to_job: [null, null, 59, 60, null, null],
      meetings: [1, 0, 3, 8, 13, 2],
    };
    const found = landmarkTable(table, {
      daysFollowed: 'days_followed',
      daysToJob: 'days_to_job',
      meetings: 'meetings',
    });
    expect(found).toMatchObject({ n: 3, followedTooShort: 1, startedBefore: 1, notKnown: 1 });
    expect(found.table.landmark_band).toEqual(['0', '5 to 8', '13 or more']);
  });

  it('leaves the clients of the reference file that R leaves, and a figure of its own', () => {
    const { n, followedTooShort, startedBefore, notKnown } = landmarkClients(completeClients());
    expect(n).toBe(clientsExpected.landmark60.n);
    expect(n + followedTooShort + startedBefore + notKnown).toBe(668);
    expect(fitFigureEight(landmarkQuestion, 20).adjustment).toContain('landmark_band');
  });

  it('refuses a column that is not there, and a day of 0', () => {
    const columns = { daysFollowed: 'x', daysToJob: 'x', meetings: 'x' };
    expect(() => landmarkTable({}, columns)).toThrow(RangeError);
    expect(() => landmarkTable({ x: [1] }, columns, 0)).toThrow(RangeError);
  });
});
