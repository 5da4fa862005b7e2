import { createHash } from 'node:crypto';

/**
 * SHA-256 over the values in a fixed order. JSON keeps "1" and 1, and null and '', apart; SQLite's own check finds
 * torn pages but not a single flipped byte, which this does.
 */
export function rowHash(values: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
