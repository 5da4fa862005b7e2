import type { AppLoadContext } from '@remix-run/node';
import { expect, test } from 'vitest';

import { keptContent } from '#app/cache/kept-content.server.ts';

test('content for a document goes past the page’s data', () => {
  const document: AppLoadContext['document'] = {};
  expect(keptContent({ document } as AppLoadContext, '<p>Drawn</p>')).toEqual({ html: null });
  expect(document).toEqual({ content: '<p>Drawn</p>' });
});

test('content for a browser that asks for data alone is among them', () => {
  expect(keptContent({} as AppLoadContext, '<p>Drawn</p>')).toEqual({ html: '<p>Drawn</p>' });
});
