import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { TEST_PASSWORD } from '../application/add-user.ts';

/** Fills in the sign-in form that the page shows, and sends it. */
export async function fillSignIn(
  page: Page,
  email: string,
  password = TEST_PASSWORD,
): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs in as somebody and waits for the home page. */
export async function signInAs(page: Page, email: string, password?: string): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, email, password);
  await page.waitForURL((url) => url.pathname === '/');
}

const IS_TAKEN_OVER = `Object.keys(document.querySelector('main')).some((key) => key.startsWith('__react'))`;

/** Until React has taken the page over: before that, nothing on it counts time or hears a press. */
export async function scriptsAreReady(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(IS_TAKEN_OVER), { timeout: 30_000 }).toBe(true);
}
