import { buildIfNeeded } from './lib/build.mjs';
import { checkNodeVersion, installPackages } from './lib/install.mjs';

// `npm run demo`: installs and builds where needed, then hands over to demo.ts in this same process, so that Ctrl-C
// reaches the server alone. Options: --fresh makes the data anew, --port 4000 starts looking for a port there.

checkNodeVersion();
installPackages();
await buildIfNeeded();
process.env.NODE_ENV = 'production';
process.env.LOG_LEVEL ??= 'error';
const { register } = await import('tsx/esm/api');
register();
await import('./demo.ts');
