import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** The browser that `npm test` has found; Debian's for a single file run by hand. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env.BROWSER_PATH ?? '';
  return chromium.launch({
    executablePath: named === '' ? '/usr/bin/chromium' : named,
    // Chromium refuses its sandbox to root, which tests in a container often are.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about: errors in scripts, blocked styles and scripts, failed hydration. */
  complaints: string[];
}

interface Options {
  javaScriptEnabled?: boolean;
  /** The page as the server sent it, in a browser that could run scripts: what axe can still look at. */
  scriptsArrive?: boolean;
}

/** A page in a browser without history, as the server's origin's visitor, with or without JavaScript. */
export async function openPage(
  browser: Browser,
  origin: string,
  { javaScriptEnabled = true, scriptsArrive = true }: Options = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  if (!scriptsArrive) await page.route('**/*.js', (route) => route.abort());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isRefusal)
      complaints.push(message.text());
  });
  return { page, context, complaints };
}
