import { writeFile } from 'node:fs/promises';

import { codeFile, kernelCode } from './lib/kernel.ts';
import { runScript } from './lib/run-script.ts';

/** `npm run compile-kernel`: after a change of cross-product.wat. */
await runScript(async () => writeFile(codeFile, await kernelCode()));
