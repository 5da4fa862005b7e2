import { UnusableData } from '../command/errors.ts';

/** The bytes of a file as they are, refused as soon as they are no UTF-8 or hold a null character. */
export async function* requireUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    if (chunk.includes(0) || !isDecoded(decoder, chunk)) throw notUtf8();
    yield chunk;
  }
  // A character cut off by the end of the file is found only now.
  if (!isDecoded(decoder)) throw notUtf8();
}

function isDecoded(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function notUtf8(): UnusableData {
  return new UnusableData('the file must be a CSV file in UTF-8: save it as "CSV UTF-8"');
}
