import { describe, expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { wholeForReaders } from '#scoring/disclosure/whole-for-readers.ts';

const group = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('wholeForReaders', () => {
  it('shows a whole beside groups that are all shown', () => {
    const whole = wholeForReaders([group(41, 101), group(22, 60)], policy);
    expect(whole).toMatchObject({ numerator: 65, denominator: 160 });
  });

  it('hides the whole from everybody where one group’s readers could work out another’s numbers', () => {
    // Two hidden groups: together 20 to 24 of 98 to 102, and the one of them knows that 20 of 60 are its own.
    const groups = [group(20, 60), group(2, 40)];
    expect(wholeForReaders(groups, policy).status).toBe('shown');
    expect(wholeForReaders(groups, policy, { groupsKnowThemselves: true }).status).toBe('hidden');
  });

  it('hides the whole where a single group is hidden elsewhere and nothing can go with it', () => {
    const whole = wholeForReaders([group(20, 60)], policy, { alsoHidden: new Set([0]) });
    expect(whole.status).toBe('hidden');
  });
});
