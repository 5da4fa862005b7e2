import { gzipSync } from 'node:zlib';

/** Bytes of JavaScript, compressed, that a browser loads for a page: scripts, modules and preloaded modules. */
export async function scriptBytes(origin: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(`${origin}${path}`, { headers: { cookie } })).text();
  const files = new Set(
    [...html.matchAll(/["'](\/assets\/[^"']+\.js)["']/g)].map(([, file]) => file ?? ''),
  );
  let bytes = 0;
  for (const file of files) {
    const source = await (await fetch(`${origin}${file}`)).arrayBuffer();
    bytes += gzipSync(Buffer.from(source), { level: 9 }).length;
  }
  return bytes;
}
