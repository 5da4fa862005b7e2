import { hash } from 'node:crypto';

/** A number or words that name one row among its kind. */
export type RowKey = string | number;

/**
 * Identifiers that the seed decides and that tell nothing about the row: SHA-256 of seed, kind and key in the shape of
 * a version 4 UUID. Kinds never share an identifier, so no population's rows can be taken for another's.
 */
export function identifiersOf(seed: number, kind: string): (key: RowKey) => string {
  return (key) => {
    const hex = hash('sha256', `${seed}/${kind}/${key}`, 'hex');
    const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
