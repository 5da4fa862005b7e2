import { describe, expect, it } from 'vitest';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';

const item = (number: number) => getScaleItem(fidelityScale2008, number);

/** Anchors whose facts were read in a public copy of the form; all others are to be checked. */
const verified: Record<number, number[]> = {
  1: [1, 2, 3, 4, 5],
  2: [1, 5],
  3: [1, 2, 3, 5],
  4: [5],
  5: [1, 2, 3, 4, 5],
  15: [5],
  17: [5],
  24: [5],
};

const sources: Record<number, string> = {
  1: 'MIS DOC INT',
  2: 'MIS DOC INT',
  3: 'MIS DOC INT OBS',
  4: 'MIS DOC INT OBS',
  5: 'MIS DOC INT OBS',
  6: 'DOC INT OBS ISP',
  7: 'MIS INT OBS',
  8: 'MIS INT DOC OBS',
  9: 'DOC INT OBS',
  10: 'DOC INT OBS',
  11: 'DOC INT OBS',
  12: 'DOC INT OBS ISP',
  13: 'DOC INT OBS',
  14: 'DOC INT OBS ISP',
  15: 'DOC INT OBS ISP',
  16: 'DOC INT OBS ISP',
  17: 'DOC INT',
  18: 'DOC INT OBS',
  19: 'DOC INT OBS ISP',
  20: 'DOC INT OBS ISP',
  21: 'DOC INT OBS ISP',
  22: 'DOC INT OBS ISP',
  23: 'DOC INT OBS ISP',
  24: 'DOC INT OBS',
  25: 'MIS DOC INT OBS',
};

const kinds: Record<string, number[]> = {
  band: [1, 2, 15, 16, 17, 19, 20, 21, 24],
  'level-and-band': [4],
  count: [5, 8, 10, 11, 13, 25],
  level: [3, 6, 7, 9, 12, 14, 18, 22, 23],
};

describe('the scale of 7 January 2008', () => {
  it('has 25 items in three sections', () => {
    expect(fidelityScale2008.items.map(({ number }) => number)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    );
    const sizes = fidelityScale2008.sections.map(({ key, itemNumbers }) => [
      key,
      itemNumbers[0],
      itemNumbers.at(-1),
    ]);
    expect(sizes).toEqual([
      ['staffing', 1, 3],
      ['organisation', 4, 11],
      ['services', 12, 25],
    ]);
  });

  it('is plain data: a JSON document and back is the same', () => {
    expect(JSON.parse(JSON.stringify(fidelityScale2008))).toEqual(fidelityScale2008);
  });

  it.each(fidelityScale2008.items)('names the sources of item $number', ({ number, ...rest }) => {
    expect(rest.sources.join(' ')).toBe(sources[number]);
  });

  it.each(fidelityScale2008.items)('marks what was verified of item $number', (found) => {
    const marked = found.anchors.filter(({ verification }) => verification === 'verified');
    expect(marked.map(({ score }) => score)).toEqual(verified[found.number] ?? []);
  });

  it.each(Object.entries(kinds))('has items of kind %s', (kind, numbers) => {
    const found = fidelityScale2008.items.filter((candidate) => candidate.kind === kind);
    expect(found.map(({ number }) => number)).toEqual(numbers);
  });

  it('counts five, four and six components where the scale does', () => {
    const components = (number: number) => {
      const { rule } = item(number);
      return rule.kind === 'count' ? rule.components.length : 0;
    };
    expect([5, 8, 10, 11, 13, 25].map(components)).toEqual([5, 5, 5, 5, 4, 6]);
  });

  it('says what the team’s own records can show, but for items 2, 3, 7, 10 and 11', () => {
    const without = fidelityScale2008.items.filter(({ recordsShow }) => recordsShow === null);
    expect(without.map(({ number }) => number)).toEqual([2, 3, 7, 10, 11]);
  });

  it('says which items are hard, or cannot reach 5, in alcohol and drug treatment', () => {
    const noted = fidelityScale2008.items.filter(({ alcoholAndDrugs }) => alcoholAndDrugs !== null);
    expect(noted.map(({ number }) => number)).toEqual([13, 17, 18, 23, 25]);
    expect(item(23).alcoholAndDrugs).toMatch(/Cannot reach 5/);
    expect(item(25).alcoholAndDrugs).toMatch(/Cannot reach 5/);
  });

  it('gives every item different anchors', () => {
    for (const { anchors } of fidelityScale2008.items) {
      expect(new Set(anchors.map(({ text }) => text)).size).toBe(5);
    }
  });

  it('refuses an item it has not', () => {
    expect(() => item(26)).toThrow(/getScaleItem: scale sefs-2008-01-07 has no item 26/);
  });
});
