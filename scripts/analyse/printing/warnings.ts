/** Every warning that stands anywhere in a result, once each, in the order of the result. */
export function warningsIn(result: unknown): string[] {
  if (typeof result !== 'object' || result === null) return [];
  if (Array.isArray(result)) return unique(result.flatMap(warningsIn));
  const found = Object.entries(result).flatMap(([key, value]: [string, unknown]) =>
    key === 'warnings' && Array.isArray(value) ? value.map(String) : warningsIn(value),
  );
  return unique(found);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
