import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';

import { handleOfPage } from '#app/components/route-handle.ts';
import { outcomeTerms } from '#app/definitions/outcome-terms.ts';
import { outcomesFileKinds } from '#app/outcomes/file-kinds.ts';
import { OutcomeContent } from '#app/outcomes/outcome-content.tsx';
import type { OutcomeView, OverviewView } from '#app/outcomes/outcomes-view.ts';
import { OverviewContent } from '#app/outcomes/overview-content.tsx';
import { loader as fileLoader } from '#app/routes/outcomes/file.ts';
import { handle as outcomeHandle, loader as outcomeLoader } from '#app/routes/outcomes/outcome.tsx';
import { loader as overviewLoader } from '#app/routes/outcomes/overview.tsx';
import type { User } from '#app/server/context.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { rollOutCheck } from '#scoring/outcomes/roll-out.ts';

import { aGroupedRound, aLinkedRound, anEvaluationTeam } from '../../builders/cohorts.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { contextFor } from '../../builders/request-context.ts';
import { aPerson } from '../../builders/users.ts';

const today = '2026-07-03';
const national = aPerson('national-reader');

function argumentsFor(db: Db, user: User, search = '', params = {}) {
  return {
    request: new Request(`https://thread.example.org/outcomes${search}`),
    context: contextFor(db, user, today),
    params,
  };
}

async function overviewFor(db: Db, user: User): Promise<{ view: OverviewView; html: string }> {
  const { data: view } = await overviewLoader(argumentsFor(db, user));
  return { view, html: renderToStaticMarkup(<OverviewContent view={view} />) };
}

async function outcomeFor(db: Db, search: string): Promise<{ view: OutcomeView; html: string }> {
  const { data } = await outcomeLoader(argumentsFor(db, national, search, { outcome: 'worked' }));
  const html = renderToStaticMarkup(<OutcomeContent view={data.view} outcome={data.key} />);
  return { view: data.view, html };
}

/** Places on the page of definitions that a page links to. */
const definitionsIn = (html: string) =>
  [...html.matchAll(/href="\/definitions#([^"]+)"/g)].map(([, id]) => id!);

describe('the outcomes page', () => {
  const { db } = sharedDatabase(async (made) => {
    await aLinkedRound(made, { linkageDate: '2023-12-01', people: 203, worked: 91, started: 61 });
    await aLinkedRound(made, { linkageDate: '2024-12-01', people: 402, worked: 203, started: 152 });
    await anEvaluationTeam(made, { name: 'Brent', level: 'high', clients: 301, starts: 91 });
  });

  test('shows the newest round with rounded counts, the one before and the published figure', async () => {
    const { html } = await overviewFor(db(), national);
    expect(html).toContain('Employment outcomes');
    expect(html).toMatch(/51% \(differs\)|>51%</);
    expect(html).toContain('Round of 2023-12-01');
    expect(html).toContain('45%');
    for (const exact of ['402', '203', '152', '404', '301', '91']) {
      expect([
        exact,
        new RegExp(`\\b${exact}\\b`).test(html.replaceAll(/<svg.*?<\/svg>/gs, '')),
      ]).toEqual([exact, false]);
    }
    expect(html).toContain('its own rows add up to 147');
    expect(html).toContain('147 (differs)');
    expect(html).toContain('46 local authorities that launched teams');
    expect(html).toMatch(/>No<\/td>[^/]*40%/);
  });

  test('sets evidenced starts beside both readings of the gap, HMRC’s figure and the published one', async () => {
    const { html } = await overviewFor(db(), national);
    // 91 of 301 is 90 of 300: 30%, times 1.05 or through 0.95.
    expect(html).toContain('90 of 300');
    for (const share of ['30.0%', '31.5%', '31.6%']) expect(html).toContain(share);
    expect(html).toContain('150 of 400');
    // 45 of 91 are 45 of 90 sustained; the gap of 15 to 20% of it.
    expect(html).toContain('57.5% to 60.0%');
    expect(html).toContain('The gap is an assumption, not a count.');
    // 50.0% is shown; 43 of 92 are 46.7%, so that 48% may be the exact share.
    expect(html).toContain('48% (within rounding)');
    expect(html).toContain('A published share that one of these rounds to is marked');
    expect(html).toMatch(/may be anything from 29\.1% to 30\.9% \(started a job\) and 46\.7% to/);
  });

  test('shows longer hours of the evaluation', async () => {
    const { view } = await overviewFor(db(), national);
    expect(view.report!.evidence.hours.evaluation).toMatchObject({
      share: { status: 'shown', count: 90, base: 90 },
      notRecorded: 0,
    });
  });

  test('links the name of every figure to a definition that exists', async () => {
    const known = outcomeTerms.map(({ id }) => id);
    const places = definitionsIn((await overviewFor(db(), national)).html);
    expect(new Set(places)).toEqual(
      new Set(known.filter((id) => id !== 'outcomes-job' && id !== 'outcomes-comparisons')),
    );
  });

  test('says whose findings it shows, apart from the published report’s statements', async () => {
    const { view } = await overviewFor(db(), national);
    const html = renderToStaticMarkup(<OverviewContent view={{ ...view, isDemo: true }} />);
    expect(html).toContain('in the demonstration’s data');
    expect(html).toContain('not findings about real clients');
    expect(html).toContain('These are the published report’s, in our words');
    expect(renderToStaticMarkup(<OverviewContent view={view} />)).not.toContain('demonstration');
  });

  test('looks again at its whole address while the round is worked out', async () => {
    const asked = argumentsFor(db(), national, '?follow-up=complete&against=pairs&first-jobs=sex');
    const never = {
      ask: () => new Promise<never>(() => undefined),
      close: () => Promise.resolve(),
    };
    // Of another day nothing has been worked out yet.
    const context = { ...contextFor(db(), national, '2026-07-04'), work: never };
    const overview = await overviewLoader({ ...asked, context });
    const outcome = await outcomeLoader({ ...asked, context, params: { outcome: 'worked' } });
    const refresh = (init: { headers?: HeadersInit } | null) =>
      new Headers(init?.headers).get('Refresh');
    expect(overview.data.status).toBe('working');
    expect(refresh(overview.init)).toMatch(
      /^4; url=\/outcomes\?round=[^&]+&follow-up=complete&first-jobs=sex$/,
    );
    expect(refresh(outcome.init)).toBe(
      '4; url=/outcomes/worked?follow-up=complete&against=pairs&first-jobs=sex',
    );
  });

  test('tells analysts alone what is hidden', async () => {
    expect((await overviewFor(db(), national)).view.report?.hidden).toBeNull();
    const { view, html } = await overviewFor(db(), aPerson('national-analyst'));
    expect(view.report?.hidden).not.toBeNull();
    expect(html).toContain('What is hidden, and why');
  });

  test('gives each outcome a page, and none to what is no outcome', async () => {
    const { html } = await outcomeFor(db(), '');
    expect(html).toContain('Worked at least one day');
    expect(html).toContain('Substance group');
    expect(html).toContain(', by engagement with IPS');
    const { title } = handleOfPage([{ handle: outcomeHandle, data: { key: 'worked' } }]);
    expect(title).toBe('Worked at least one day (successful employment)');
    const none = outcomeLoader(argumentsFor(db(), national, '', { outcome: 'height' }));
    await expect(none).rejects.toMatchObject({ status: 404 });
  });

  test('shows the round asked for, the newest for an empty choice, and no other for an unknown one', async () => {
    const rounds = async (search: string) =>
      (await overviewLoader(argumentsFor(db(), national, search))).data.choices;
    const [newest, older] = (await rounds('')).rounds.map(({ value }) => value);
    expect((await rounds(`?round=${older ?? ''}`)).round).toBe(older);
    expect((await rounds('?round=')).round).toBe(newest);
    const unknown = (params: object) => argumentsFor(db(), national, '?round=zzz', params);
    for (const answer of [
      overviewLoader(unknown({})),
      outcomeLoader(unknown({ outcome: 'worked' })),
      fileLoader(unknown({ file: 'outcomes.csv' })),
    ]) {
      await expect(answer).rejects.toMatchObject({ status: 404 });
    }
  });

  test('has no file that it does not offer', async () => {
    const none = fileLoader(argumentsFor(db(), national, '', { file: 'outcomes.xls' }));
    await expect(none).rejects.toMatchObject({ status: 404 });
  });
});

describe('comparisons of an outcome', () => {
  const { db } = sharedDatabase(async (made) => {
    await aGroupedRound(made, { linkageDate: '2024-06-01' });
  });
  const bySex = (view: OutcomeView) =>
    view.report!.tables.find(({ breakdown }) => breakdown === 'treatment-status')!;

  test('are with all others unless something else is asked for', async () => {
    const { view, html } = await outcomeFor(db(), '');
    expect(bySex(view).comparisons.map(({ comparator }) => comparator.kind)).toEqual([
      'rest',
      'rest',
      'rest',
    ]);
    expect(bySex(view).comparisons[0]!.testsAdjustedOver).toBe(3);
    expect(html).toContain('Pooled two-proportion z without continuity correction');
    expect(html).not.toContain('<details class="govuk-details" open');
    expect(definitionsIn(html)).toContain('outcomes-comparisons');
  });

  test('are one by one where that is asked for', async () => {
    const { view } = await outcomeFor(db(), '?against=pairs');
    expect(view.comparator.value).toBe('pairs');
    expect(bySex(view).comparisons.map(({ comparator }) => comparator.kind)).toEqual([
      'pair',
      'pair',
      'pair',
    ]);
  });

  test('are with a reference that the reader chooses, and stand open', async () => {
    const reference = 'treatment-status: In treatment';
    const { view, html } = await outcomeFor(
      db(),
      `?${new URLSearchParams({ against: reference })}`,
    );
    expect(view.comparator.value).toBe(reference);
    expect(view.comparator.items.map(({ value }) => value)).toContain(reference);
    const { comparisons, isChosen } = bySex(view);
    expect(isChosen).toBe(true);
    expect(comparisons.map(({ group }) => group)).toEqual([
      'Successfully completed treatment',
      'Unplanned exit',
    ]);
    expect(comparisons[0]!.testsAdjustedOver).toBe(2);
    expect(html).toContain('In treatment (reference)');
    const other = view.report!.tables.find(({ breakdown }) => breakdown === 'sex')!;
    expect([other.isChosen, other.comparisons.length]).toEqual([false, 1]);
  });

  test('fall back where the address names no group', async () => {
    expect((await outcomeFor(db(), '?against=sex: Nobody')).view.comparator.value).toBe('rest');
  });
});

describe('time to first job by group', () => {
  const { db } = sharedDatabase(async (made) => {
    await aGroupedRound(made, { linkageDate: '2024-06-01' });
  });
  const overviewBy = async (search: string) => {
    const { data: view } = await overviewLoader(argumentsFor(db(), national, search));
    return { view, html: renderToStaticMarkup(<OverviewContent view={view} />) };
  };

  test('is by the breakdown that is asked for, with shares and the test', async () => {
    const { view, html } = await overviewBy('?first-jobs=treatment-status');
    expect(view.firstJobsBy.value).toBe('treatment-status');
    const { groups, test } = view.report!.firstJobsByGroup!;
    expect(groups.map(({ group }) => group)).toEqual([
      'In treatment',
      'Successfully completed treatment',
      'Unplanned exit',
    ]);
    // 22 of 122 in each group start in months 1 and 2: no difference at all.
    expect(groups.map(({ periods }) => periods[0])).toEqual(
      groups.map(() => ({ month: 3, started: 20, startedOfAll: 0.18 })),
    );
    expect(test).toMatchObject({ chiSquared: 0, df: 2, p: 1 });
    expect(html).toContain('No clear difference by treatment status');
    expect(html).toContain(
      'chi-squared 0.0, 2 degrees of freedom, p = 1.000; one test, not adjusted for the other breakdowns.',
    );
    expect(html).toContain('50% shown by');
    expect(html).toContain('By the end of month 3');
    expect(html).toContain('not reached');
    expect(definitionsIn(html)).toContain('outcomes-first-jobs-by-group');
  });

  test('is by the first breakdown where none is asked for, or one that has no curves', async () => {
    for (const search of ['', '?first-jobs=site', '?first-jobs=age-bands']) {
      expect((await overviewBy(search)).view.firstJobsBy.value).toBe('substance');
    }
  });

  test('is in the files', async () => {
    const asked = (file: string) => argumentsFor(db(), national, '', { file });
    const csv = await (await fileLoader(asked('outcomes.csv'))).text();
    for (const words of ['Time to first job by group', 'Whether time to first job differs']) {
      expect([words, csv.includes(words)]).toEqual([words, true]);
    }
    expect(csv).toMatch(/Treatment status \| In treatment \| 1 to 3[^\n]*First jobs[^\n]*,"?20"?,/);
    const json = JSON.parse(await (await fileLoader(asked('outcomes.json'))).text()) as {
      groups: { full: { firstJobsByGroup: { breakdown: string; test: unknown }[] } };
    };
    expect(
      json.groups.full.firstJobsByGroup.find(({ breakdown }) => breakdown === 'sex')!.test,
    ).toEqual({ chiSquared: 0, df: 1, p: 1, isClear: false, pInWords: '1.000' });
  });
});

describe('the files of a round', () => {
  const { db } = sharedDatabase(async (made) => {
    await aLinkedRound(made, { linkageDate: '2023-12-01', people: 203, worked: 91, started: 61 });
    await aGroupedRound(made, { linkageDate: '2024-06-01' });
    await anEvaluationTeam(made, { name: 'Brent', level: 'high', clients: 301, starts: 91 });
  });
  const fileFor = (file: string, search = '') =>
    fileLoader(argumentsFor(db(), national, search, { file }));
  let csv = '';

  beforeAll(async () => {
    csv = await (await fileFor('outcomes.csv')).text();
  });

  test('hold figures, tests by breakdown with comparator and adjustment, and the evidence gap', () => {
    const line = csv
      .split('\n')
      .find((each) => each.includes('| Treatment status |') && each.includes('"p, adjusted"'))!;
    expect(line).toContain('Worked at least one day (successful employment)');
    expect(line).toMatch(/all others together \| pooled two-proportion z.* \| Newcombe \| Holm/);
    for (const kind of ['| one by one |', '| reference |']) expect(csv).toContain(kind);
    for (const title of [
      'Evidence gap',
      'Jobs of 16 hours',
      'IPS-AD trial',
      'Roll-out',
      'First jobs',
    ]) {
      expect([title, csv.includes(title)]).toEqual([title, true]);
    }
  });

  test('say of no p that it is nothing, in the words of the page', async () => {
    interface Tested {
      p: number;
      pInWords: string;
      adjustedP: number;
      adjustedPInWords: string;
    }
    const text = await (await fileFor('outcomes.json')).text();
    const { groups } = JSON.parse(text) as {
      groups: { full: { outcomes: { tables: { rest: Tested[]; pairs: Tested[] }[] }[] } };
    };
    const tested = groups.full.outcomes.flatMap(({ tables }) =>
      tables.flatMap(({ rest, pairs }) => [...rest, ...pairs]),
    );
    for (const { p, pInWords, adjustedP, adjustedPInWords } of tested) {
      expect([pInWords, adjustedPInWords]).toEqual(
        [p, adjustedP].map((one) => (one < 0.001 ? 'below 0.001' : one.toFixed(3))),
      );
    }
    expect(tested.some(({ p }) => p === 0)).toBe(true);
    const values = csv
      .split('\n')
      .flatMap((line) => /,"?p(?:, adjusted)?"?,"?number"?,"?([^",]*)/.exec(line)?.slice(1) ?? []);
    expect(values.length).toBeGreaterThan(10);
    expect(values).toContain('<0.001');
    expect(values.filter((value) => Number(value) === 0)).toEqual([]);
  });

  test('hold the roll-out with its arithmetic and the other source', async () => {
    const { rollOut } = JSON.parse(await (await fileFor('outcomes.json')).text()) as {
      rollOut: ReturnType<typeof rollOutCheck>;
    };
    expect(rollOut).toEqual(rollOutCheck());
    expect(rollOut.flags).toMatchObject([{ printed: 145, added: 147 }]);
  });

  test('hold rounded counts alone', () => {
    const counts = csv
      .split('\n')
      .map((each) => each.replaceAll('"', '').split(','))
      .filter(
        (cells) => cells.includes('count') && !cells.some((cell) => cell.includes('Roll-out')),
      )
      .flatMap((cells) => cells.slice(cells.indexOf('count') + 1, cells.indexOf('count') + 2))
      .filter((value) => value !== '');
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter((value) => Number(value) % 5 !== 0)).toEqual([]);
  });

  test.each(Object.values(outcomesFileKinds))('$name has the same bytes again', async (kind) => {
    const one = await fileFor(kind.name);
    expect(one.headers.get('Content-Type')).toBe(kind.type);
    expect(one.headers.get('Content-Disposition')).toContain(kind.name);
    // Asked for on another day it is made anew.
    const context = contextFor(db(), national, '2026-07-04');
    const params = { file: kind.name };
    const other = await fileLoader({ ...argumentsFor(db(), national), context, params });
    const bytes = Buffer.from(await one.arrayBuffer());
    expect(bytes.length).toBeGreaterThan(1000);
    expect(bytes.equals(Buffer.from(await other.arrayBuffer()))).toBe(true);
  });

  test('are of one outcome where one is asked for', async () => {
    const only = await (await fileFor('outcomes.csv', '?outcome=days-employed')).text();
    expect(only).toContain('Days employed');
    expect(only).not.toContain('Started a job');
    const json = await (await fileFor('outcomes.json', '?outcome=days-employed')).text();
    const { groups } = JSON.parse(json) as {
      groups: { full: { outcomes: { outcome: string }[] } };
    };
    expect(groups.full.outcomes.map(({ outcome }) => outcome)).toEqual(['days-employed']);
  });
});

describe('without a round', () => {
  const { db } = sharedDatabase(() => Promise.resolve());

  test('the page says so, and a file leads back to it', async () => {
    const { html } = await overviewFor(db(), national);
    expect(html).toContain('No linkage round has been imported yet.');
    const answer = await fileLoader(argumentsFor(db(), national, '', { file: 'outcomes.ods' }));
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/outcomes']);
  });
});
