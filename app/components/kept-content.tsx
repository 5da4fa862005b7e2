import { createContext, useContext } from 'react';

/** Content that goes into the document beside the page's data. */
export const DocumentContent = createContext<string | undefined>(undefined);

/**
 * What keptPage drew: `html` where only the page's data were asked for, else the document's content. It is our own
 * markup: every value in it went through React's escaping.
 */
export function KeptContent({ html }: { html: string | null }) {
  const content = useContext(DocumentContent);
  return <div dangerouslySetInnerHTML={{ __html: html ?? content ?? '' }} />;
}
