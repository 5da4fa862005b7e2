export interface PublishedFigure {
  path: string;
  value: number | string | boolean;
}

/** Members of a list are named by what they are about, where they say so. */
function memberName(member: unknown, place: number): string {
  if (typeof member === 'object' && member !== null) {
    for (const key of ['team', 'group', 'name'] as const) {
      const name = (member as Record<string, unknown>)[key];
      if (typeof name === 'string') return name;
    }
  }
  return String(place + 1);
}

const nameKeys = ['team', 'group', 'name', 'source'];

/** Every figure of a reference file, one by one: nothing can be left out of the comparison by forgetting it. */
export function publishedFigures(file: unknown, path: readonly string[] = []): PublishedFigure[] {
  if (typeof file === 'number' || typeof file === 'string' || typeof file === 'boolean') {
    return [{ path: path.join('.'), value: file }];
  }
  if (Array.isArray(file)) {
    return file.flatMap((member, place) =>
      publishedFigures(member, [...path, memberName(member, place)]),
    );
  }
  if (typeof file !== 'object' || file === null) return [];
  return Object.entries(file)
    .filter(([key]) => !nameKeys.includes(key))
    .flatMap(([key, value]) => publishedFigures(value, [...path, key]));
}
