import type { AppLoadContext } from '@remix-run/node';

/**
 * A loader's answer that carries kept content. To a document it goes past Remix, which would write data out and read
 * them back several times over: for the relations, 170 kB of them. Where only data are asked for it is among the data.
 */
export function keptContent({ document }: AppLoadContext, html: string): { html: string | null } {
  if (document === undefined) return { html };
  document.content = html;
  return { html: null };
}
