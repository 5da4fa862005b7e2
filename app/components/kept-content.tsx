/** What keptPage drew. It is our own markup: every value in it went through React's escaping. */
export function KeptContent({ html }: { html: string }) {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
