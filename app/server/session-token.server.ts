import { createHash, randomBytes } from 'node:crypto';

/** A new secret for the cookie: 256 random bits. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it: whoever reads a stolen file cannot make the cookie again. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
