import { expect, test } from 'vitest';

import { ErrorPage, titleOfError } from '#app/components/error-page.tsx';
import { navigationFor, withCurrent } from '#app/components/navigation.ts';
import { handleOfPage } from '#app/components/route-handle.ts';
import { hasErrors } from '#app/components/use-form-was-refused.ts';

test('the deepest page with a title names the tab', () => {
  const matches = [
    { handle: undefined, data: null },
    { handle: { title: 'Teams' }, data: null },
    {
      handle: { title: (data: { name: string }) => data.name, wide: true },
      data: { name: 'North' },
    },
  ];
  expect(handleOfPage(matches)).toMatchObject({ title: 'North', wide: true });
  expect(handleOfPage(matches.slice(0, 2))).toMatchObject({ title: 'Teams', wide: false });
  expect(handleOfPage([])).toMatchObject({ title: 'Page', wide: false });
  for (const data of [undefined, null]) {
    expect(handleOfPage([{ handle: matches[2]?.handle, data }])).toMatchObject({ title: 'Page' });
  }
});

test('only an answer with errors marks the title', () => {
  expect(hasErrors({ errors: [{ field: 'note', message: 'Enter a note' }] })).toBe(true);
  expect(hasErrors({ errors: [] })).toBe(false);
  expect(hasErrors(null)).toBe(false);
  expect(hasErrors('errors')).toBe(false);
});

test('an unexpected error shows none of its own words', () => {
  const error = new Error('SELECT * FROM users');
  expect(titleOfError(error)).toBe('Sorry, there is a problem with this page');
  expect(JSON.stringify(ErrorPage({ error }))).not.toContain('SELECT');
});

test('the link of the page and of the part it lies in are marked', () => {
  const links = navigationFor({ role: 'team-leader', teamId: 't1' });
  const marked = withCurrent(links, '/teams/t1/contacts');
  expect(marked.filter(({ current, active }) => current || active)).toEqual([
    { href: '/teams/t1', text: 'My team', current: false, active: true },
  ]);
  expect(withCurrent(links, '/').filter(({ current }) => current)).toHaveLength(1);
});
