import { describe, expect, it } from 'vitest';

import { writtenNumber } from '#scoring/fidelity/measured-words.ts';

describe('a measured number as it is written into a form', () => {
  it.each([
    ['two decimals', 5.851063829787234, [6, 5, 4, 2], '5.85'],
    ['no more than it has', 18, [20, 25], '18'],
    ['as many as keep it below a limit', 89.9996, [90, 75], '89.9996'],
    ['as many as keep it above one', 20.0004, [20, 25], '20.0004'],
    ['as many as reach a limit that is no short decimal', 4 / 3, [4, 8 / 3, 4 / 3], '1.333333333'],
    ['a limit reached but for the computer’s own arithmetic', 13.68 / 2.28, [6, 5], '6'],
  ])('%s', (_, value, limits, expected) => {
    expect(writtenNumber(value, limits)).toBe(expected);
  });
});
