/**
 * HTML in one spelling, so that two renderers can be compared: attributes and class names sorted, white
 * space and entities settled, comments gone, empty attributes as bare names, void elements closed alike.
 */
export function canonicalHtml(html: string): string {
  const pieces: string[] = [];
  for (const [piece] of html.replace(/<!--.*?-->/gs, '').matchAll(/<[^>]+>|[^<]+/gs)) {
    if (piece.startsWith('</')) {
      const name = piece.slice(2, -1).trim().toLowerCase();
      if (!voidElements.has(name)) pieces.push(`</${name}>`);
    } else if (piece.startsWith('<')) {
      pieces.push(...openingTag(piece));
    } else {
      const text = decoded(piece).replace(/\s+/g, ' ').trim();
      if (text !== '') pieces.push(text);
    }
  }
  return pieces.join('\n');
}

const voidElements = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

function openingTag(tag: string): string[] {
  const [, name = '', rest = ''] = /^<([\w-]+)(.*)>$/s.exec(tag) ?? [];
  const element = name.toLowerCase();
  const attributes = [...rest.matchAll(/([^\s="/]+)(?:="([^"]*)")?/g)]
    .map(([, key = '', value = '']) => attribute(key.toLowerCase(), decoded(value)))
    .sort();
  const opening = `<${[element, ...attributes].join(' ')}>`;
  const closesItself = rest.trimEnd().endsWith('/') && !voidElements.has(element);
  return closesItself ? [opening, `</${element}>`] : [opening];
}

function attribute(key: string, value: string): string {
  if (value === '') return key;
  if (key !== 'class') return `${key}="${value}"`;
  return `class="${value.split(/\s+/).filter(Boolean).sort().join(' ')}"`;
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&ctdot;': '⋯',
};

function decoded(text: string): string {
  return text.replace(/&(?:#?\w+);/g, (entity) => entities[entity] ?? entity);
}
