import { keyOfFile, keyOfPassphrase, type CodedFieldSecret } from './coded-field.server.ts';

/** What opens or writes the coded field, from a form: a key file wins over a passphrase; or what is wrong, in words. */
export function typedSecret(keyFile: string, passphrase: string): CodedFieldSecret | string {
  try {
    return keyFile === '' ? keyOfPassphrase(passphrase) : keyOfFile(keyFile);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}
