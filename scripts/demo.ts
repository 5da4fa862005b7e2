import { parseArgs } from 'node:util';

import { readConfig } from '#app/server/config.server.ts';
import { stopOnSignals } from '#app/server/graceful-close.server.ts';
import { runServer } from '#app/server/run-server.server.ts';
import { demoAccounts } from '#db/demo/accounts.ts';

import { DEMO_FILE, makeDemoFile } from './lib/demo-file.ts';
import { firstFreePort } from './lib/free-port.ts';
import { runScript } from './lib/run-script.ts';

const HOST = '127.0.0.1';

await runScript(async () => {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean' }, port: { type: 'string', default: '3000' } },
  });
  await makeDemoFile({ isFresh: values.fresh ?? false });
  const port = await firstFreePort(HOST, Number(values.port));
  // Nothing of .env or the environment: the demonstration opens its own file, whatever the site's settings are.
  const config = readConfig({
    DATABASE_FILE: DEMO_FILE,
    HOST,
    PORT: String(port),
    DEMO: '1',
  });
  const { stop } = await runServer(config);
  stopOnSignals(async () => {
    console.log('\nStopping …');
    await stop();
    console.log('Stopped. The data stays in data/demo.sqlite; --fresh makes it anew.');
  });
  printWelcome(config.origin);
});

function printWelcome(origin: string): void {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  const passwordWidth = Math.max(...demoAccounts.map(({ password }) => password.length));
  console.log(`
Golden Thread, demonstration: ${origin}
Every figure about teams and people in it is synthetic.

Sign in (the sign-in page lists these too):
${demoAccounts
  .map(
    ({ email, password, name, roleLabel }) =>
      `  ${email.padEnd(width)}  ${password.padEnd(passwordWidth)}  ${name}, ${roleLabel.toLowerCase()}`,
  )
  .join('\n')}

Tried in Chromium 156 and Firefox 153 on Debian 12, with JavaScript and without. Not tried in Safari, which keeps no
secure cookie without https: signing in to this address is expected to fail there.

Ctrl-C stops it.`);
}
