import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyContactCounts } from '#scoring/employers/daily-contact-counts.ts';
import {
  contactCounts,
  isAllModesContact,
  isStrictContact,
  type EmployerContacts,
} from '#scoring/employers/employer-contact.ts';

const visit: EmployerContacts = {
  mode: 'in-person',
  answered: true,
  withWhom: 'has-say-in-hiring',
  forWhom: 'particular-client',
};

const cases: [string, Partial<EmployerContacts>, boolean, boolean, boolean][] = [
  // words, change, strict, strict for particular clients only, all modes
  ['a visit for a client', {}, true, true, true],
  ['a visit for clients in general', { forWhom: 'clients-in-general' }, true, false, true],
  ['a visit for nobody looking for work', { forWhom: 'not-for-clients' }, false, false, true],
  ['a visit for whom is not known', { forWhom: 'not-known' }, false, false, true],
  ['a visit to somebody without a say', { withWhom: 'no-say-in-hiring' }, false, false, true],
  ['a visit to whom is not known', { withWhom: 'not-known' }, false, false, true],
  ['a video call', { mode: 'video' }, false, false, true],
  ['a telephone call', { mode: 'telephone' }, false, false, true],
  ['a message that was answered', { mode: 'message' }, false, false, true],
  ['a message not answered', { mode: 'message', answered: false }, false, false, false],
  ['the same from a database', { mode: 'message', answered: 0 }, false, false, false],
  ['a call nobody took', { mode: 'telephone', answered: 0 }, false, false, false],
];

const anyContact = fc.record({
  mode: fc.constantFrom('in-person', 'video', 'telephone', 'message'),
  answered: fc.boolean(),
  withWhom: fc.constantFrom('has-say-in-hiring', 'no-say-in-hiring', 'not-known'),
  forWhom: fc.constantFrom(
    'particular-client',
    'clients-in-general',
    'not-for-clients',
    'not-known',
  ),
  contacts: fc.integer({ min: 0, max: 9 }),
  specialistId: fc.constantFrom('amal', 'ben'),
  day: fc.constantFrom('2026-03-23', '2026-03-24', '2026-03-30'),
}) as fc.Arbitrary<EmployerContacts & { specialistId: string; day: string }>;

describe('what counts as an employer contact', () => {
  it.each(cases)('%s', (_, change, strict, particular, allModes) => {
    const contact = { ...visit, ...change };
    expect(isStrictContact(contact)).toBe(strict);
    expect(isStrictContact(contact, 'particular')).toBe(particular);
    expect(isAllModesContact(contact)).toBe(allModes);
  });

  it('counts every contact, also two with one employer on a day', () => {
    expect(contactCounts([visit, visit])).toEqual({ strict: 2, allModes: 2 });
    expect(contactCounts([{ ...visit, contacts: 7 }])).toEqual({ strict: 7, allModes: 7 });
    expect(contactCounts([])).toEqual({ strict: 0, allModes: 0 });
    expect(() => contactCounts([{ ...visit, contacts: 0.5 }])).toThrow(/contactCounts/);
  });

  it('never has more strict contacts than in all modes, and adds up by specialist and day', () => {
    fc.assert(
      fc.property(
        fc.array(anyContact),
        fc.constantFrom('all' as const, 'particular' as const),
        (contacts, basis) => {
          const { strict, allModes } = contactCounts(contacts, basis);
          expect(strict).toBeLessThanOrEqual(allModes);
          expect(contactCounts(contacts, 'particular').strict).toBeLessThanOrEqual(strict);
          const daily = dailyContactCounts(contacts, basis);
          expect(daily.reduce((sum, row) => sum + row.strict, 0)).toBe(strict);
          expect(daily.reduce((sum, row) => sum + row.allModes, 0)).toBe(allModes);
          const keys = daily.map(({ specialistId, day }) => `${specialistId} ${day}`);
          expect(new Set(keys).size).toBe(daily.length);
        },
      ),
    );
  });
});
