import { readFile } from 'node:fs/promises';

import wabt from 'wabt';

const source = new URL('../../scoring/statistics/cross-product.wat', import.meta.url);

/** Where the machine code of cross-product.wat is kept. */
export const codeFile = new URL('../../scoring/statistics/cross-product-code.ts', import.meta.url);

/** What that file must hold: the machine code, in the base 64 that a source file can hold. */
export async function kernelCode(): Promise<string> {
  const assembler = await wabt();
  const parsed = assembler.parseWat('cross-product.wat', await readFile(source, 'utf8'), {
    simd: true,
  });
  const code = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
  parsed.destroy();
  return [
    '/** cross-product.wat as machine code, in base 64: written by `npm run compile-kernel`, never by hand. */',
    'export const crossProductCode = [',
    ...(code.match(/.{1,90}/g) ?? []).map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}
