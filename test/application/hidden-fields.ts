/** The hidden fields of a page's forms by name: what a browser sends along without anybody typing it. */
export function hiddenFields(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** The page's address, title and first heading, to say where a walk has come to. */
export function headingOf(page: string): string {
  const [, heading = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(page) ?? [];
  return heading.replaceAll(/<!-- -->|<[^>]+>/g, '');
}
