import { describe, expect, it } from 'vitest';

import { withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';

describe('a text that goes on in a sentence', () => {
  it.each([
    ['Engagement with IPS', 'engagement with IPS'],
    ['IPS engagement', 'IPS engagement'],
    ['National Insurance paid', 'National Insurance paid'],
    ['Income tax and National Insurance', 'income tax and National Insurance'],
    ['16 to 24', '16 to 24'],
    ['A job', 'a job'],
    ['', ''],
  ])('%j goes on as %j', (text, words) => {
    expect(withSmallFirst(text)).toBe(words);
  });
});
