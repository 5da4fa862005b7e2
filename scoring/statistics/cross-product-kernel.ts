import { crossProductCode } from './cross-product-code.ts';

/** Columns beside each other in a strip of a block. */
export const STRIP = 4;
/** Rows of a block: sixty columns of them fit the fastest memory of a processor. */
export const BLOCK = 64;

const PAGE = 65_536;

/** What cross-product.wat gives. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly addProducts: (block: number, rows: number, totals: number, width: number) => void;
}

export interface CrossProductMemory {
  /** A block of rows, strip after strip, to be filled; see cross-product.wat. */
  readonly block: Float64Array;
  /** The square of totals, all 0 at first. */
  readonly totals: Float64Array;
  /** Adds the products of all columns over so many rows of the block to the totals, on and below the diagonal. */
  readonly addBlock: (rows: number) => void;
}

let kernel: Kernel | undefined;

function makeKernel(): Kernel {
  const code = Uint8Array.from(atob(crossProductCode), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
  return exports as unknown as Kernel;
}

/**
 * Memory for the cross-products of so many columns, and what adds them up. It is the same memory every time: what an
 * earlier call gave must not be used any more.
 *
 * @param width columns, a multiple of STRIP
 */
export function crossProductMemory(width: number): CrossProductMemory {
  kernel ??= makeKernel();
  const { memory, addProducts } = kernel;
  const [inBlock, inTotals] = [BLOCK * width, width * width];
  const start = inBlock * Float64Array.BYTES_PER_ELEMENT;
  const missing = start + inTotals * Float64Array.BYTES_PER_ELEMENT - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  const block = new Float64Array(memory.buffer, 0, inBlock).fill(0);
  const totals = new Float64Array(memory.buffer, start, inTotals).fill(0);
  return { block, totals, addBlock: (rows) => addProducts(0, rows, start, width) };
}
