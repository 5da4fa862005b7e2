/** More different texts than groups and most employers; amounts and ids beyond are not worth remembering. */
const mostKept = 20_000;

/**
 * Gives one and the same text for texts that are equal: groups and employers come again and again in a file, each time as
 * a text of its own, and the rows of a hundred thousand people are in memory together.
 */
export function keptTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size < mostKept) known.set(text, text);
    return text;
  };
}
