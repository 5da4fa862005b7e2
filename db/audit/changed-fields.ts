/** Names of the values that a change makes different, for its audit record; never the values. */
export function changedFields(before: object | undefined, after: object): string[] {
  const known = new Map<string, unknown>(Object.entries(before ?? {}));
  return Object.entries(after)
    .filter(([name, value]) => known.get(name) !== value)
    .map(([name]) => name);
}
