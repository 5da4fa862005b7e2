import { describe, expect, it } from 'vitest';

import { publishedRollOut, rollOutCheck } from '#scoring/outcomes/roll-out.ts';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };

describe('rollOutCheck', () => {
  it('has table 1 as printed', () => {
    expect(publishedRollOut).toEqual(ohid.expansion);
  });

  it('flags the printed 145 against 147, and nothing else', () => {
    expect(rollOutCheck().flags).toEqual([
      {
        group: '2024 to 2025',
        column: 'cumulativeLocalAuthorities',
        printed: 145,
        added: 147,
      },
    ]);
  });

  it('mends nothing', () => {
    const { rows } = rollOutCheck();
    expect(rows.map(({ printed }) => printed)).toEqual(publishedRollOut);
    expect(rows.at(-1)).toMatchObject({ servicesAdded: 99, localAuthoritiesAdded: 147 });
  });

  it('sets the other source’s years beside, none of which agrees', () => {
    const { rows } = rollOutCheck();
    expect(rows.map(({ other }) => other?.joined ?? null)).toEqual([null, 46, 26, 31, null]);
    expect(rows.map(({ other }) => other?.access ?? null)).toEqual([null, 0.4, null, 0.96, null]);
    expect(rows.some(({ other }) => other?.agrees === true)).toBe(false);
    const [first] = publishedRollOut;
    const same = { group: first!.group, joined: 6, counts: 'services', access: null };
    expect(rollOutCheck([first!], [same]).rows[0]!.other!.agrees).toBe(true);
  });

  it('flags services too', () => {
    const [first, second] = publishedRollOut;
    const wrong = { ...second!, cumulativeServices: 30 };
    expect(rollOutCheck([first!, wrong]).flags).toEqual([
      { group: '2021 to 2022', column: 'cumulativeServices', printed: 30, added: 31 },
    ]);
  });
});
