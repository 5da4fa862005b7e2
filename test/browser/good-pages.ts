import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A desk's screen, and the narrowest phone that pages must fit without scrolling sideways. */
const screens = [
  { width: 1280, height: 900 },
  { width: 320, height: 700 },
] as const;

/** What axe finds wrong on the page as it stands, a line each. */
export async function problemsOf(page: Page): Promise<string[]> {
  // As the browser's own tool would: the page's policy lets no foreign script in.
  return page.evaluate(`(async () => {
    ${axe};
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => id + ': ' + nodes[0].html);
  })()`);
}

/** Opens each page on both screens: axe finds nothing, and nothing is wider than the screen. */
export async function expectGoodPages(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const response = await page.goto(path);
    expect([path, response?.status()]).toEqual([path, 200]);
    for (const screen of screens) {
      await page.setViewportSize(screen);
      expect([path, screen.width, await problemsOf(page)]).toEqual([path, screen.width, []]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([path, screen.width, overflow]).toEqual([path, screen.width, 0]);
    }
  }
}
