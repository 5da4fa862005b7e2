import { describe, expect, test } from 'vitest';

import { needsTwoHalfYears, periodChoices, periodOf } from '#app/relations/period.ts';
import { jobEntryDefinitions } from '#scoring/outcomes/job-entry-definitions.ts';

describe('half-years on offer', () => {
  test('are the last four complete ones, newest first', () => {
    expect(periodChoices('2026-07-01')).toEqual(['2026-H1', '2025-H2', '2025-H1', '2024-H2']);
    expect(periodChoices('2026-12-31')).toEqual(['2026-H1', '2025-H2', '2025-H1', '2024-H2']);
  });

  test('a half-year is complete once its last day is over', () => {
    expect(periodChoices('2026-06-30')[0]).toBe('2025-H2');
    expect(periodChoices('2027-01-01')[0]).toBe('2026-H2');
  });
});

describe('the period asked for', () => {
  const today = '2026-07-15';

  test('has both its edge days', () => {
    expect(periodOf(today, '2026-H1', '1')).toEqual({
      halfYear: '2026-H1',
      halfYears: 1,
      from: '2026-01-01',
      to: '2026-06-30',
      label: 'January to June 2026',
    });
    expect(periodOf(today, '2025-H2', null)).toMatchObject({
      from: '2025-07-01',
      to: '2025-12-31',
    });
  });

  test('of two half-years begins with the one before, also the oldest on offer', () => {
    expect(periodOf(today, '2026-H1', '2')).toEqual({
      halfYear: '2026-H1',
      halfYears: 2,
      from: '2025-07-01',
      to: '2026-06-30',
      label: 'July to December 2025 and January to June 2026',
    });
    expect(periodOf(today, '2024-H2', '2')).toMatchObject({ from: '2024-01-01', to: '2024-12-31' });
  });

  test.each([null, '', '2026-H2', '2024-H1', '2026-H3', '2026', 'constructor'])(
    'that is not on offer (%s) is the last complete one',
    (halfYear) => {
      expect(periodOf(today, halfYear, '1').halfYear).toBe('2026-H1');
    },
  );

  test.each([null, '', '0', '3', 'two'])(
    'of a length that is not on offer (%s) is one',
    (length) => {
      expect(periodOf(today, '2026-H1', length).halfYears).toBe(1);
    },
  );
});

test('only the definition with six months to find work cannot do with one half-year', () => {
  const needing = jobEntryDefinitions.filter((one) => needsTwoHalfYears(one, '2026-06-30'));
  expect(needing.map(({ key }) => key)).toEqual(['ips-grow-six-months']);
});
