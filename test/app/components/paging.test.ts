import { expect, test } from 'vitest';

import { pageNumbers, pageOf } from '#app/components/lists/paging.ts';

test.each([
  [null, 1, 0],
  ['2', 2, 25],
  ['3', 3, 50],
  // Held to the pages there are, and to numbers.
  ['4', 3, 50],
  ['0', 1, 0],
  ['-1', 1, 0],
  ['two', 1, 0],
])('page %s of 60 rows, 25 a page', (asked, number, offset) => {
  expect(pageOf(asked, 60, 25)).toMatchObject({ number, offset, pages: 3 });
});

test('an empty list has one page', () => {
  expect(pageOf('7', 0, 25)).toEqual({ number: 1, pages: 1, limit: 25, offset: 0, total: 0 });
});

test('the ends and the neighbours are linked, gaps are gaps', () => {
  expect(pageNumbers({ number: 1, pages: 2 })).toEqual([1, 2]);
  expect(pageNumbers({ number: 1, pages: 9 })).toEqual([1, 2, null, 9]);
  expect(pageNumbers({ number: 5, pages: 9 })).toEqual([1, null, 4, 5, 6, null, 9]);
  expect(pageNumbers({ number: 3, pages: 4 })).toEqual([1, 2, 3, 4]);
});
