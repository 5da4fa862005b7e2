import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { OutcomeContent } from '#app/outcomes/outcome-content.tsx';
import type { OutcomeView, OverviewView } from '#app/outcomes/outcomes-view.ts';
import { OverviewContent } from '#app/outcomes/overview-content.tsx';
import { loader as csvLoader } from '#app/routes/outcomes/data-csv.ts';
import { loader as jsonLoader } from '#app/routes/outcomes/data-json.ts';
import { loader as outcomeLoader } from '#app/routes/outcomes/outcome.tsx';
import { loader as overviewLoader } from '#app/routes/outcomes/overview.tsx';
import type { User } from '#app/server/context.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import { aLinkedRound } from '../../builders/cohorts.ts';
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

describe('the outcomes page', () => {
  const { db } = sharedDatabase(async (made) => {
    await aLinkedRound(made, { linkageDate: '2023-12-01', people: 203, worked: 91, started: 61 });
    await aLinkedRound(made, { linkageDate: '2024-12-01', people: 402, worked: 203, started: 152 });
  });

  test('shows the newest round with rounded counts, the one before and the published figure', async () => {
    const { html } = await overviewFor(db(), national);
    expect(html).toContain('Employment outcomes');
    expect(html).toMatch(/51% \(differs\)|>51%</);
    expect(html).toContain('Round of 2023-12-01');
    expect(html).toContain('45%');
    for (const exact of ['402', '203', '152', '404']) {
      expect([exact, new RegExp(`>${exact}\\b`).test(html)]).toEqual([exact, false]);
    }
    expect(html).toContain('its own rows add up to 147');
  });

  test('tells analysts alone what is hidden', async () => {
    expect((await overviewFor(db(), national)).view.report?.hidden).toBeNull();
    const { view, html } = await overviewFor(db(), aPerson('national-analyst'));
    expect(view.report?.hidden).not.toBeNull();
    expect(html).toContain('What is hidden, and why');
  });

  test('gives each outcome a page, and none to what is no outcome', async () => {
    const { data } = await outcomeLoader(argumentsFor(db(), national, '', { outcome: 'worked' }));
    const view: OutcomeView = data.view;
    const html = renderToStaticMarkup(<OutcomeContent view={view} outcome={data.key} />);
    expect(html).toContain('Worked at least one day');
    expect(html).toContain('Substance group');
    const none = outcomeLoader(argumentsFor(db(), national, '', { outcome: 'height' }));
    await expect(none).rejects.toMatchObject({ status: 404 });
  });

  test('gives files with rounded counts and the method', async () => {
    const csv = await (await csvLoader(argumentsFor(db(), national))).text();
    expect(csv).toContain('Wilson intervals from rounded counts');
    expect(csv).not.toMatch(/"(402|203|152)"/);
    const json = await (await jsonLoader(argumentsFor(db(), national, '?outcome=worked'))).text();
    const { outcomes } = JSON.parse(json) as { outcomes: { total: { base: number } }[] };
    expect(outcomes.map(({ total }) => total.base)).toEqual([400]);
  });
});
