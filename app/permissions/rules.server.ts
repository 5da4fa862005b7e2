import type { Params } from '@remix-run/react';

import type { Db } from '#db/connection/open-database.ts';
import type { Role } from '#db/schema/people.ts';

import type { User } from '../server/context.server.ts';

/**
 * not-found is the answer to another team's identifier as to one that does not exist: the two must look alike.
 */
export type Decision = 'allow' | 'sign-in' | 'forbidden' | 'not-found';

export interface Visit {
  user: User | null;
  params: Params;
  db: Db;
}

export type Rule = (visit: Visit) => Decision | Promise<Decision>;

/** read covers the loader, write the action. A policy without write refuses every post. */
export interface Policy {
  read: Rule;
  write?: Rule;
}

/** Pages that anybody may see: sign-in, accessibility, health. */
export const anybody: Rule = () => 'allow';

export const anyoneSignedIn: Rule = ({ user }) => (user === null ? 'sign-in' : 'allow');

/** Users of these roles, whatever the address says. */
export const roles =
  (...allowed: readonly Role[]): Rule =>
  ({ user }) => {
    if (user === null) return 'sign-in';
    return allowed.includes(user.role) ? 'allow' : 'forbidden';
  };

/** The first rule that allows decides; otherwise the most telling refusal: sign-in, then not-found, then forbidden. */
export const anyOf =
  (...rules: readonly Rule[]): Rule =>
  async (visit) => {
    const decisions = await Promise.all(rules.map(async (rule) => rule(visit)));
    for (const decision of ['allow', 'sign-in', 'not-found'] as const) {
      if (decisions.includes(decision)) return decision;
    }
    return 'forbidden';
  };

/**
 * Team leaders and employment specialists (or only `allowed` of them) at an address with their own team's id.
 */
export const ownTeam =
  (...allowed: readonly Role[]): Rule =>
  ({ user, params }) => {
    if (user === null) return 'sign-in';
    const teamRoles: readonly Role[] =
      allowed.length > 0 ? allowed : ['team-leader', 'employment-specialist'];
    if (!teamRoles.includes(user.role)) return 'forbidden';
    return user.teamId !== null && user.teamId === params.teamId ? 'allow' : 'not-found';
  };
