import { describe, expect, test } from 'vitest';

import { passwordProblem } from '#app/server/password-rules.ts';
import { hashPassword, isRightPassword } from '#app/server/passwords.server.ts';

describe('hashes', () => {
  test('the right password opens, any other does not', async () => {
    const hash = await hashPassword('quiet harbour almanac');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isRightPassword(hash, 'quiet harbour almanac')).toBe(true);
    expect(await isRightPassword(hash, 'Quiet harbour almanac')).toBe(false);
    expect(await isRightPassword(hash, '')).toBe(false);
  });

  test('the same letters from another keyboard are the same password', async () => {
    const hash = await hashPassword('cafe\u0301 by the water');
    expect(await isRightPassword(hash, 'caf\u00e9 by the water')).toBe(true);
  });

  test('an unknown account opens with nothing, not even with what its stand-in was made of', async () => {
    expect(await isRightPassword(undefined, '\u0000')).toBe(false);
    expect(await isRightPassword(undefined, 'anything at all')).toBe(false);
  });
});

describe('the choice of a new password', () => {
  test.each([
    'copper-lantern-orchard-41',
    'correct horse battery staple',
    'vXk3!qP0zR8#mWu',
    'ein langer Satz mit Umlauten: äöü',
    '8412 7730 5169 2208',
  ])('"%s" is fine', (password) => {
    expect(passwordProblem(password)).toBeUndefined();
  });

  test('15 to 128 characters, counted as people count them', () => {
    expect(passwordProblem('vXk3!qP0zR8#mW')).toBe('Use 15 characters or more');
    expect(passwordProblem('🧵🪡🧶🧷🪢🪞🪟')).toBe('Use 15 characters or more');
    expect(passwordProblem('copper lantern '.repeat(9))).toBe('Use 128 characters or fewer');
  });

  test.each([
    'passwordpassword',
    'Password12345678',
    'P@ssw0rd!P@ssw0rd!',
    'goldenthread2026',
    'GoldenThread-IPS-2026',
    'employmentsupport1',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'abcdefghijklmnop',
    '123456789012345678',
    'qwertyuiopasdfghjkl',
    'welcome to england 1',
  ])('"%s" is too easy to guess', (password) => {
    expect(passwordProblem(password)).toContain('harder to guess');
  });

  test('a person’s own name and address carry it no further', () => {
    const owner = { name: 'Marguerite Olsen', email: 'marguerite.olsen@brightwater.example' };
    expect(passwordProblem('Marguerite-Olsen-1', owner)).toContain('harder to guess');
    expect(passwordProblem('brightwater-olsen-77', owner)).toContain('harder to guess');
    expect(passwordProblem('marguerite likes her tulips', owner)).toBeUndefined();
  });
});
