import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scryptSync,
  type CipherGCMTypes,
} from 'node:crypto';

import {
  packedGroups,
  packedLength,
  unpackedGroups,
  type CodedGroups,
} from '#scoring/linkage/coded-groups.ts';

import { shortestPassphrase } from './key-rules.ts';

/** What opens coded fields: the 32 bytes of a key file, or a passphrase. */
export type CodedFieldSecret =
  | { readonly kind: 'key'; readonly key: Uint8Array }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

const ALGORITHM: CipherGCMTypes = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Bound to what the bytes are, so that they open as nothing else. */
const PURPOSE = Buffer.from('golden-thread coded field');
/** About 0.1 s and 32 MB a passphrase. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
/** An extract has one salt; a file with many would make scrypt run for hours. */
const MOST_SALTS = 4;
const fieldBytes = SALT_BYTES + NONCE_BYTES + packedLength + TAG_BYTES;

/** The key of a key file: 64 hexadecimal digits, as `openssl rand -hex 32` writes them. */
export function keyOfFile(text: string): CodedFieldSecret {
  const digits = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(digits)) {
    throw new Error('The key file must hold 64 hexadecimal digits: openssl rand -hex 32');
  }
  return { kind: 'key', key: new Uint8Array(Buffer.from(digits, 'hex')) };
}

export function keyOfPassphrase(passphrase: string): CodedFieldSecret {
  if (passphrase.length < shortestPassphrase) {
    throw new Error(`The passphrase must have ${shortestPassphrase} characters or more`);
  }
  return { kind: 'passphrase', passphrase: passphrase.normalize('NFKC') };
}

/** Writes coded fields: one salt an extract, a nonce of its own for each, so that equal groups do not look equal. */
export function codedFieldWriter(secret: CodedFieldSecret): (groups: CodedGroups) => string {
  const salt = secret.kind === 'key' ? Buffer.alloc(SALT_BYTES) : randomBytes(SALT_BYTES);
  const key = keyFor(secret, salt);
  return (groups) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(PURPOSE);
    const body = Buffer.concat([cipher.update(packedGroups(groups)), cipher.final()]);
    // Base16: a spreadsheet that opens the file on its way takes it for text and leaves it alone.
    return `x${Buffer.concat([salt, nonce, body, cipher.getAuthTag()]).toString('hex')}`;
  };
}

/** Reads coded fields; undefined for one that this secret did not write, or that was changed on its way. */
export function codedFieldReader(
  secret: CodedFieldSecret,
): (text: string) => CodedGroups | undefined {
  const keys = new Map<string, Uint8Array>();
  const keyOf = (salt: Buffer): Uint8Array | undefined => {
    const name = salt.toString('hex');
    const known = keys.get(name);
    if (known !== undefined || keys.size === MOST_SALTS) return known;
    const key = keyFor(secret, salt);
    keys.set(name, key);
    return key;
  };
  return (text) => {
    if (!/^x[0-9a-f]+$/i.test(text) || text.length !== 1 + 2 * fieldBytes) return undefined;
    const bytes = Buffer.from(text.slice(1), 'hex');
    const key = keyOf(bytes.subarray(0, SALT_BYTES));
    return key === undefined ? undefined : opened(bytes.subarray(SALT_BYTES), key);
  };
}

function opened(bytes: Buffer, key: Uint8Array): CodedGroups | undefined {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(PURPOSE);
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const body = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return unpackedGroups(Buffer.concat([body, decipher.final()]));
  } catch {
    return undefined;
  }
}

function keyFor(secret: CodedFieldSecret, salt: Buffer): Uint8Array {
  return secret.kind === 'key'
    ? secret.key
    : scryptSync(secret.passphrase, salt, KEY_BYTES, SCRYPT);
}
