import { describe, expect, it } from 'vitest';

import { runAnalyse } from '../../../scripts/analyse/run-analyse.ts';
import { subjects } from '../../../scripts/analyse/subjects.ts';
import { documentedFields } from './documented-fields.ts';
import { leavesOf, type Leaf } from './json-paths.ts';
import { runsOf } from './runs.ts';

const runs = runsOf();

async function leavesOfRuns(subject: string): Promise<Leaf[]> {
  const all: Leaf[] = [];
  for (const args of runs[subject]!) {
    const { output, errors } = await runAnalyse([subject, ...args, '--json']);
    expect(errors).toBe('');
    all.push(...leavesOf(JSON.parse(output)));
  }
  return all;
}

/** `result.comparator.*` explains every key under it. */
function isExplained({ path, isEmpty }: Leaf, documented: readonly string[]): boolean {
  return documented.some((field) => {
    if (field === path || (field.endsWith('.*') && path.startsWith(field.slice(0, -1))))
      return true;
    return isEmpty && (field.startsWith(`${path}.`) || field.startsWith(`${path}[]`));
  });
}

function appears(field: string, paths: ReadonlySet<string>): boolean {
  if (!field.endsWith('.*')) return paths.has(field);
  return [...paths].some((path) => path.startsWith(field.slice(0, -1)));
}

describe('docs/analyse.md', () => {
  it('has command lines that try every subject', () => {
    expect(Object.keys(runs)).toEqual(Object.keys(subjects));
  });

  it.each(Object.keys(subjects))(
    'explains every field of %s, and none that never comes',
    async (subject) => {
      const leaves = await leavesOfRuns(subject);
      const documented = [...documentedFields(subject)];
      const unexplained = leaves.filter((leaf) => !isExplained(leaf, documented));
      expect([...new Set(unexplained.map(({ path }) => path))]).toEqual([]);
      const paths = new Set(leaves.map(({ path }) => path));
      expect(documented.filter((field) => !appears(field, paths))).toEqual([]);
    },
  );
});
