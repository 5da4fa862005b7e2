import { expect, test } from 'vitest';

import { footerFor, navigationFor } from '#app/components/navigation.ts';
import type { Role } from '#db/schema/people.ts';

const person = (role: Role) => ({ role, teamId: role === 'team-leader' ? 'a-team' : null });

test('a host representative and a visitor are led to nothing they may not read', () => {
  for (const visitor of [null, person('host-representative')]) {
    expect(footerFor(visitor).map(({ href }) => href)).toEqual(['/accessibility']);
  }
  expect(navigationFor(person('host-representative')).map(({ href }) => href)).toEqual([
    '/',
    '/integration',
  ]);
});

test('everybody else is led to the relations, the scale and the definitions', () => {
  const roles: Role[] = [
    'administrator',
    'reviewer',
    'team-leader',
    'employment-specialist',
    'national-reader',
    'national-analyst',
  ];
  for (const role of roles) {
    const links = navigationFor(person(role)).map(({ href }) => href);
    expect(links).toEqual(expect.arrayContaining(['/relations', '/scale', '/definitions']));
    expect(footerFor(person(role)).map(({ href }) => href)).toContain('/scale');
  }
});

test('a team leader is led to the own team', () => {
  expect(navigationFor(person('team-leader')).map(({ href }) => href)).toContain('/teams/a-team');
});
