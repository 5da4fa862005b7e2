import { describe, expect, it } from 'vitest';

import { spellProblems } from '#scoring/outcomes/spells/employment-spell.ts';

describe('spellProblems', () => {
  const spell = {
    employerId: 'a',
    startDate: '2022-02-01',
    endDate: '2022-02-01',
    source: 'paye',
  };
  const fields = (changes: Partial<Parameters<typeof spellProblems>[0]>) =>
    spellProblems({ ...spell, ...changes }).map(({ field }) => field);

  it('has none for a spell of a day, one without an end, or self-employment without an id', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ endDate: null })).toEqual([]);
    expect(fields({ employerId: null, source: 'self-employment' })).toEqual([]);
  });

  it('names the field of each', () => {
    expect(fields({ employerId: null })).toEqual(['employer_id']);
    expect(fields({ startDate: '31/02/2024' })).toEqual(['start_date']);
    expect(fields({ endDate: '2024-13-01' })).toEqual(['end_date']);
    expect(fields({ endDate: '' })).toEqual(['end_date']);
    expect(fields({ source: 'PAYE' })).toEqual(['source']);
  });

  it('refuses an end before the start', () => {
    expect(spellProblems({ ...spell, endDate: '2022-01-31' })).toEqual([
      { field: 'end_date', rule: 'must not lie before start_date' },
    ]);
  });

  it('refuses a day after the linkage date, and takes one on it and a spell that runs on', () => {
    const linked = (changes: Partial<Parameters<typeof spellProblems>[0]>) =>
      spellProblems({ ...spell, ...changes }, '2022-02-01');
    const rule = 'must not lie after the linkage date, 2022-02-01';
    expect(linked({})).toEqual([]);
    expect(linked({ endDate: null })).toEqual([]);
    expect(linked({ endDate: '2022-02-02' })).toEqual([{ field: 'end_date', rule }]);
    expect(linked({ startDate: '2022-02-02', endDate: null })).toEqual([
      { field: 'start_date', rule },
    ]);
    expect(linked({ startDate: '2022-02-31' }).map(({ field }) => field)).toEqual(['start_date']);
    expect(fields({ startDate: '9999-12-30', endDate: '9999-12-31' })).toEqual([]);
  });

  it('tells all of several problems', () => {
    expect(fields({ employerId: ' ', startDate: 'soon', endDate: 'later' })).toEqual([
      'employer_id',
      'start_date',
      'end_date',
    ]);
  });
});
