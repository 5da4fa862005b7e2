import { demoAccounts } from '#db/demo/accounts.ts';
import type { Role } from '#db/schema/people.ts';

import { addUser } from '../add-user.ts';
import type { TestServer } from '../start-server.ts';
import type { Visitor } from '../visitor.ts';

/** Everybody who reads figures of people beyond a team of their own. The reviewer has no open review. */
export const readerNames = [
  'national reader',
  'national analyst',
  'administrator',
  'reviewer',
  'team leader',
  'employment specialist',
  'host representative',
] as const;

export type ReaderName = (typeof readerNames)[number];

export type Readers = Record<ReaderName, Visitor>;

async function signedIn(server: TestServer, role: Role): Promise<Visitor> {
  const account = demoAccounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`The demonstration has no ${role}`);
  return server.signIn(account.email, account.password);
}

export async function signInReaders(server: TestServer): Promise<Readers> {
  const newcomer = await addUser(server.db, { role: 'reviewer' });
  return {
    'national reader': await signedIn(server, 'national-reader'),
    'national analyst': await signedIn(server, 'national-analyst'),
    administrator: await signedIn(server, 'administrator'),
    reviewer: await server.signIn(newcomer.email),
    'team leader': await signedIn(server, 'team-leader'),
    'employment specialist': await signedIn(server, 'employment-specialist'),
    'host representative': await signedIn(server, 'host-representative'),
  };
}
