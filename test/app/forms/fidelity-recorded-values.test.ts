import { describe, expect, it } from 'vitest';

import { itemFormValues } from '#app/forms/fidelity/item-form-values.ts';
import { itemScoreSchema } from '#app/forms/fidelity/item-score.schema.ts';
import { recordedValues } from '#app/forms/fidelity/recorded-values.ts';
import { itemProposal, type ItemFacts } from '#scoring/fidelity/proposal.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';

const item = (number: number) => getScaleItem(fidelityScale2008, number);

/** What the action reads once the recorded facts stand in the item's fields. */
function taken(number: number, facts: ItemFacts) {
  const { conditions: _none, ...empty } = itemFormValues(item(number), undefined);
  const values = { ...empty, ...recordedValues(item(number), facts), intent: 'take-recorded' };
  return itemScoreSchema(item(number)).parse(values);
}

describe('recorded facts as they are written into an item', () => {
  it('fill every number of the item, and empty those without a record', () => {
    expect(recordedValues(item(1), { measured: 8.666_666 })).toEqual({ measured: '8.67' });
    expect(recordedValues(item(19), { measured: 80, cases: 5 })).toEqual({
      measured: '80',
      cases: '5',
    });
    expect(recordedValues(item(21), { cases: 0 })).toEqual({ measured: '', cases: '0' });
    expect(
      recordedValues(item(17), { measured: 3, perSpecialist: [0, 6], contactsBasis: 'all' }),
    ).toEqual({
      measured: '3',
      perSpecialist: '0\n6',
      jobSeekersPerSpecialist: '',
      jobSeekers: '',
      contactsBasis: 'all',
    });
  });

  it('leave items alone whose rule measures nothing', () => {
    expect(recordedValues(item(18), { measured: 3 })).toEqual({});
    expect(recordedValues(item(25), { measured: 3 })).toEqual({});
  });

  it.each<[number, ItemFacts]>([
    [1, { measured: 20.004 }],
    [1, { measured: 20 + 1e-7 }],
    [16, { measured: 89.999_99 }],
    [19, { measured: 100 * (17 / 20), cases: 20 }],
    [17, { perSpecialist: [4 / 3, 2 / 3], jobSeekersPerSpecialist: [2, 1], jobSeekers: 3 }],
    [17, { measured: 5.999_999, perSpecialist: [5.999_999], jobSeekers: 20 }],
    [17, { measured: 4 / 3, jobSeekers: 2 }],
  ])('are rated in item %i as the unrounded numbers %j are', (number, facts) => {
    const whole = itemProposal(fidelityScale2008, number, facts);
    const proposed = whole.status === 'proposed' ? whole.score : null;
    expect(taken(number, facts).proposedScore).toBe(proposed);
    expect(proposed).not.toBeNull();
  });

  it('need no reason yet when they are taken', () => {
    const values = { ...itemFormValues(item(1), undefined), score: '5', measured: '41' };
    const read = (intent: string) => itemScoreSchema(item(1)).safeParse({ ...values, intent });
    expect(read('list').success).toBe(false);
    expect(read('take-recorded').data).toMatchObject({ score: 5, proposedScore: 1 });
  });
});
