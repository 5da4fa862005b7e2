/** A value that a JSON document ends in, with the way to it: `result.coefficients[].oddsRatio`. */
export interface Leaf {
  readonly path: string;
  /** Whether nothing is there: then what would be may stand in other documents. */
  readonly isEmpty: boolean;
}

/** Every leaf of a JSON document; the entries of a list share one way. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, isEmpty: value === null }];
  const parts = Array.isArray(value)
    ? value.map((entry) => [`${path}[]`, entry] as const)
    : Object.entries(value).map(
        ([key, entry]) => [path === '' ? key : `${path}.${key}`, entry as unknown] as const,
      );
  if (parts.length === 0) return [{ path, isEmpty: true }];
  return parts.flatMap(([way, entry]) => leavesOf(entry, way));
}
