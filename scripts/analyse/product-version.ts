import { readFileSync } from 'node:fs';

/** The version of the product, so that a report says what made it. */
export function productVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}
