import { parseArgs } from 'node:util';

import { loadEnvironmentFile, readConfig } from '#app/server/config.server.ts';
import { openDatabase } from '#db/connection/open-database.ts';

import { ask, askSecret } from './lib/ask.ts';
import { createUser, isRole, roles, type NewUser } from './lib/create-user.ts';
import { runScript } from './lib/run-script.ts';

/**
 * `npm run create-user`: makes the first administrator, or anybody else, from questions on the terminal. For scripts:
 * -- --email … --name … --role … [--team id] [--host-service id], and the password in GOLDEN_THREAD_PASSWORD (an
 * option would stand in the process list and the shell's history).
 */
await runScript(async () => {
  loadEnvironmentFile();
  const { databaseFile } = readConfig(process.env);
  const { db, close } = openDatabase({ path: databaseFile });
  try {
    const user = await askForUser();
    await createUser(db, user, new Date().toISOString());
    console.log(`${user.name} can sign in as ${user.email} (${user.role}).`);
  } finally {
    await close();
  }
});

async function askForUser(): Promise<NewUser> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      team: { type: 'string' },
      'host-service': { type: 'string' },
    },
  });
  const email = values.email ?? (await ask('Email address: '));
  const name = values.name ?? (await ask('Name: '));
  const role = values.role ?? (await ask(`Role (${roles.join(', ')}): `));
  if (!isRole(role)) throw new Error(`The role must be one of: ${roles.join(', ')}`);
  const teamId = values.team ?? null;
  const hostServiceId = values['host-service'] ?? null;
  const password = process.env.GOLDEN_THREAD_PASSWORD ?? (await askSecret('Password: '));
  return { email, name, role, teamId, hostServiceId, password };
}
