import { randomUUID } from 'node:crypto';

import { roleLabels } from '#app/components/role-labels.ts';
import { passwordProblem } from '#app/server/password-rules.ts';
import { hashPassword } from '#app/server/passwords.server.ts';
import { inChange } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findAccountByEmail, insertUser } from '#db/queries/users.ts';
import type { Role } from '#db/schema/people.ts';

export const roles = Object.keys(roleLabels) as Role[];

export function isRole(text: string): text is Role {
  return Object.hasOwn(roleLabels, text);
}

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  teamId: string | null;
  hostServiceId: string | null;
  password: string;
}

/** Adds an account, with its audit record, or says in words what is wrong with it. Gives its id. */
export async function createUser(db: Db, user: NewUser, at: string): Promise<string> {
  const email = user.email.trim().toLowerCase();
  const name = user.name.trim();
  const problem = findProblem({ ...user, email, name });
  if (problem !== undefined) throw new Error(problem);
  if ((await findAccountByEmail(db, email)) !== undefined) {
    throw new Error(`There is an account for ${email} already.`);
  }
  const { password, ...facts } = user;
  const passwordHash = await hashPassword(password);
  const id = randomUUID();
  await inChange(db, { userId: null, at }, async (trx, record) => {
    const dates = { createdAt: at, passwordChangedAt: at, disabledAt: null };
    await insertUser(trx, { ...facts, ...dates, id, email, name, passwordHash, version: 1 });
    await record({
      action: 'insert',
      entity: 'user',
      entityId: id,
      teamId: facts.teamId,
      detail: { role: facts.role, by: 'create-user' },
    });
  });
  return id;
}

function findProblem({
  email,
  name,
  role,
  teamId,
  hostServiceId,
  password,
}: NewUser): string | undefined {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return 'The email address must be like name@example.org.';
  if (name === '') return 'The name must not be empty.';
  const isInTeam = role === 'team-leader' || role === 'employment-specialist';
  if (isInTeam !== (teamId !== null)) {
    return 'Team leaders and employment specialists need --team with a team’s id, and nobody else may have one.';
  }
  if ((role === 'host-representative') !== (hostServiceId !== null)) {
    return 'Host representatives need --host-service with its id, and nobody else may have one.';
  }
  const problem = passwordProblem(password, { name, email });
  return problem === undefined ? undefined : `Password: ${problem}.`;
}
