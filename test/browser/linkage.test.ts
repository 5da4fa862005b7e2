import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { insertReferenceData } from '#db/reference-data.ts';

import { aReturn, writtenReturn } from '../app/linkage/a-return.ts';
import { addUser } from '../application/add-user.ts';
import { startTestServer, type TestServer } from '../application/start-server.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { temporaryFolder } from '../db/temporary-database.ts';
import { expectGoodPages } from './good-pages.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { signInAs } from './sign-in.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({
    prepare: (db) => setUp(db, (trx) => insertReferenceData(trx, setUpAt)),
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const texts: Record<string, string> = {
  name: 'A round',
  linkageDateDay: '1',
  linkageDateMonth: '12',
  sent: '14',
  matched: '12',
  employmentRows: '24',
  contributionRows: '12',
};

test.each([
  ['with', true, '2024'],
  ['without', false, '2023'],
])(
  'a return is checked and imported %s JavaScript, on pages that are accessible and fit a phone',
  async (_, javaScriptEnabled, year) => {
    const { email } = await addUser(server.db, { role: 'national-analyst' });
    const { page } = await openPage(browser, server.origin, { javaScriptEnabled });
    await signInAs(page, email);
    const folder = temporaryFolder();
    const send = async (employment: string) => {
      const paths = writtenReturn(folder, { ...aReturn(), employment });
      await page.goto('/linkage/import');
      for (const [name, text] of Object.entries(texts)) await page.fill(`[name=${name}]`, text);
      await page.fill('[name=linkageDateYear]', year);
      await page.selectOption('[name=layoutName]', 'Standard layout');
      for (const [name, path] of Object.entries(paths)) {
        await page.setInputFiles(`[name=${name}]`, path);
      }
      await page.click('main form button');
      await page.waitForSelector('h1:not(:has-text("being checked"))');
      return new URL(page.url()).pathname;
    };
    const { employment } = aReturn();
    const refused = await send(employment.replace('2023-03-15', '31/02/2024'));
    expect(await page.textContent('h1')).toContain('The return has errors');
    const checked = await send(employment);
    expect(await page.textContent('h1')).toContain('Nothing is imported yet');
    if (javaScriptEnabled) {
      await expectGoodPages(page, [
        '/linkage',
        '/linkage/import',
        '/linkage/extract',
        '/linkage/layouts',
        '/linkage/layouts/new?groups=columns',
        '/linkage/layouts/return-of-an-extract',
        refused,
        checked,
      ]);
    }
    await page.click('text=Import the return');
    await page.waitForSelector('h1:has-text("The return is imported")');
    await page.click('text=Undo this round');
    expect(await page.textContent('h1')).toContain('Undo A round');
    await page.check('[name=confirm]');
    await page.click('main form button');
    await page.waitForSelector('h1:has-text("Data linkage")');
  },
);
