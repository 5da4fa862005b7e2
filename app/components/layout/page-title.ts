export const productName = 'Golden Thread';

/** The words of the browser tab. "Error:" comes first: it is heard as soon as the page loads. */
export function pageTitle(title: string, { error = false }: { error?: boolean } = {}): string {
  return `${error ? 'Error: ' : ''}${title} – ${productName}`;
}
