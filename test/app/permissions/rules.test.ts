import { describe, expect, test } from 'vitest';

import {
  anybody,
  anyOf,
  anyoneSignedIn,
  ownTeam,
  roles,
  type Decision,
  type Rule,
  type Visit,
} from '#app/permissions/rules.server.ts';
import type { Role } from '#db/schema/people.ts';

function visit(role: Role | null, facts: { teamId?: string; at?: string } = {}): Visit {
  const user =
    role === null
      ? null
      : { id: 'u1', name: 'Asha', role, teamId: facts.teamId ?? null, hostServiceId: null };
  return { user, params: { teamId: facts.at }, db: undefined as unknown as Visit['db'] };
}

const answer =
  (decision: Decision): Rule =>
  () =>
    decision;

test('anybody and anyone signed in', async () => {
  expect(await anybody(visit(null))).toBe('allow');
  expect(await anyoneSignedIn(visit(null))).toBe('sign-in');
  expect(await anyoneSignedIn(visit('host-representative'))).toBe('allow');
});

test('a role is let in, another is not, nobody is asked to sign in', async () => {
  const rule = roles('administrator', 'national-analyst');
  expect(await rule(visit('administrator'))).toBe('allow');
  expect(await rule(visit('reviewer'))).toBe('forbidden');
  expect(await rule(visit(null))).toBe('sign-in');
});

describe('own team', () => {
  test('one’s own opens, another’s does not seem to exist', async () => {
    const rule = ownTeam();
    expect(await rule(visit('team-leader', { teamId: 't1', at: 't1' }))).toBe('allow');
    expect(await rule(visit('employment-specialist', { teamId: 't1', at: 't2' }))).toBe(
      'not-found',
    );
  });

  test('an account without a team matches no address, not even one without a team', async () => {
    expect(await ownTeam()(visit('team-leader', {}))).toBe('not-found');
  });

  test('only the roles named', async () => {
    const rule = ownTeam('team-leader');
    expect(await rule(visit('employment-specialist', { teamId: 't1', at: 't1' }))).toBe(
      'forbidden',
    );
    expect(await rule(visit('administrator', { teamId: 't1', at: 't1' }))).toBe('forbidden');
  });
});

test.each<[Decision[], Decision]>([
  [['forbidden', 'allow'], 'allow'],
  [['not-found', 'sign-in'], 'sign-in'],
  [['forbidden', 'not-found'], 'not-found'],
  [['forbidden', 'forbidden'], 'forbidden'],
  [[], 'forbidden'],
])('of %j the answer is %s', async (decisions, expected) => {
  expect(await anyOf(...decisions.map(answer))(visit(null))).toBe(expected);
});
