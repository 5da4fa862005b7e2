import { readFileSync } from 'node:fs';

import {
  keyOfFile,
  keyOfPassphrase,
  type CodedFieldSecret,
} from '#app/linkage/coded-field.server.ts';

import { askSecret } from '../lib/ask.ts';

/** The key of the coded field: from a file, the environment or the terminal, never from an option. */
export async function codedFieldSecret(keyFile: string | undefined): Promise<CodedFieldSecret> {
  if (keyFile !== undefined) return keyOfFile(readFileSync(keyFile, 'utf8'));
  const passphrase =
    process.env.GOLDEN_THREAD_LINKAGE_PASSPHRASE ??
    (await askSecret('Passphrase of the coded field: '));
  return keyOfPassphrase(passphrase);
}
