import { strFromU8, unzipSync } from 'fflate';

/** The texts of a zip file by their path. */
export function unzipped(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  );
}

/** Everything that stands in an attribute of some name, in order. */
export function attributesIn(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => match[1]!);
}

/** Names the first tag that is not closed, or closed by another; null for XML whose tags are all in order. */
export function brokenTag(xml: string): string | null {
  const open: string[] = [];
  for (const [, close, name, self] of xml.matchAll(/<(\/?)([\w:-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === '/' && open.pop() !== name) return name!;
    if (close !== '/' && self !== '/') open.push(name!);
  }
  return open.at(-1) ?? null;
}
