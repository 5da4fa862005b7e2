import { strFromU8, unzipSync } from 'fflate';

import { routesOfProduct } from './walk/routes-of-product.ts';
import type { Visitor } from './visitor.ts';

export interface Read {
  path: string;
  text: string;
}

/** More would be the same pages with other choices in their address. */
const mostPages = 400;

/**
 * Everything that links lead to from some pages, within their own parts of the site, downloads included, and what each
 * address answers as bare data: whatever a person can read there without being told an address.
 */
export async function crawled(browser: Visitor, starts: readonly string[]): Promise<Read[]> {
  const seen = new Set<string>(starts);
  const waiting = [...starts];
  const read: Read[] = [];
  while (waiting.length > 0 && read.length < mostPages) {
    const path = waiting.shift() ?? '';
    const text = await finished(browser, path);
    read.push({ path, text });
    for (const id of routesAt(path)) {
      const data = `${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`;
      read.push({ path: data, text: await finished(browser, data) });
    }
    for (const [, href = ''] of text.matchAll(/href="([^"#]+)/g)) {
      const link = href.replaceAll('&amp;', '&');
      if (seen.has(link) || !starts.some((start) => link.startsWith(start))) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return read;
}

/** The answer once the page no longer says that it will look again. */
async function finished(browser: Visitor, path: string): Promise<string> {
  for (;;) {
    const answer = await browser.get(path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.headers.get('Refresh') === null) return textOf(bytes);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** A workbook, a summary or a folder of files is a zip: what is in it counts. */
function textOf(bytes: Uint8Array): string {
  if (!strFromU8(bytes.subarray(0, 4), true).startsWith('PK')) return strFromU8(bytes, true);
  return Object.values(unzipSync(bytes)).map(textOf).join('\n');
}

function routesAt(path: string): string[] {
  const [place = ''] = path.split('?');
  return routesOfProduct
    .filter((route) => new RegExp(`^/${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(place))
    .map(({ id }) => id);
}
