export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** XML 1.0 holds no control characters but tab and line ends, no halves of a pair, and not the last two of a plane. */
function isPossible(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** A text as XML holds it; a character that it cannot hold is shown as the sign for one that is missing. */
export function xmlText(text: string): string {
  return Array.from(text, (character) =>
    isPossible(character) ? (entities[character] ?? character) : '\uFFFD',
  ).join('');
}

export type Attributes = Readonly<Record<string, string | number>>;

/** An element; what is in it is XML already. */
export function element(
  name: string,
  attributes: Attributes,
  ...inside: readonly string[]
): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${xmlText(String(value))}"`,
  );
  const start = `<${name}${pairs.join('')}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join('')}</${name}>`;
}
