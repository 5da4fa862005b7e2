import { describe, expect, it } from 'vitest';
import { benchmarksOn } from '#scoring/outcomes/benchmarks.ts';
import {
  getJobEntryDefinition,
  jobEntryDefinitions,
  jobEntryVersionOn,
} from '#scoring/outcomes/job-entry-definitions.ts';

describe('jobEntryDefinitions', () => {
  it('names each definition once, in words a page can print', () => {
    const keys = jobEntryDefinitions.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(7);
    const words = jobEntryDefinitions.flatMap(({ name, window, source, versions }) => [
      name,
      window,
      source,
      ...versions.flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ]);
    expect(words.every((text) => text.length > 5)).toBe(true);
  });

  it('changes IPS Grow’s rule on clients in work on 1 April 2024', () => {
    const isInWorkIn = (key: string, day: string) => {
      const { rule } = jobEntryVersionOn(getJobEntryDefinition(key), day);
      return rule.kind === 'accessing-clients' && rule.includeInWorkAtAccess;
    };
    for (const key of ['ips-grow', 'ips-grow-six-months']) {
      expect([isInWorkIn(key, '2024-03-31'), isInWorkIn(key, '2024-04-01')]).toEqual([true, false]);
    }
  });

  it('refuses a name that is none', () => {
    expect(() => getJobEntryDefinition('the-rate')).toThrow(/getJobEntryDefinition/);
    const gap = { ...getJobEntryDefinition('ips-grow'), versions: [] };
    expect(() => jobEntryVersionOn(gap, '2026-01-01')).toThrow(/no version/);
  });
});

describe('benchmarksOn', () => {
  const into = (day: string) =>
    benchmarksOn(day)
      .filter(({ key }) => key === 'into-work')
      .map(({ value }) => value);

  it('has 30% into work before 1 April 2024 and 40% from then', () => {
    expect([into('2024-03-31'), into('2024-04-01')]).toEqual([[0.3], [0.4]]);
  });

  it('has one benchmark of a name at a time', () => {
    for (const day of ['2020-01-01', '2024-03-31', '2024-04-01', '2026-11-21']) {
      const keys = benchmarksOn(day).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(benchmarksOn('2026-11-21').map(({ value }) => value)).toEqual([0.4, 0.65, 35, 40, 0.3]);
  });
});
