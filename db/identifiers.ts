import { hash } from 'node:crypto';

function uuidShape(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Identifiers that the seed decides and that tell nothing about the row: SHA-256 of seed, kind and key in the shape of
 * a version 4 UUID.
 */
export function identifiersOf(seed: number, kind: string): (key: string | number) => string {
  return (key) => uuidShape(hash('sha256', `${seed}/${kind}/${key}`, 'hex'));
}

/**
 * Identifiers in the order of their numbers, for tables of which there are many rows: an index takes them at its end,
 * where random ones would have to be sorted in one by one. The ending belongs to the kind, so that two kinds never
 * share an identifier.
 */
export function numberedIdentifiersOf(seed: number, kind: string): (number: number) => string {
  const ending = identifiersOf(seed, kind)('numbered').slice(8);
  return (number) => number.toString(16).padStart(8, '0') + ending;
}
