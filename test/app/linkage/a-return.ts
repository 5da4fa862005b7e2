import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FilesToImport } from '#app/linkage/import-files.server.ts';
import { standardLayout, type ReturnFile } from '#app/linkage/layouts.ts';

export type Texts = Record<ReturnFile, string>;

const ids = Array.from({ length: 12 }, (_, index) => `p-${100 + index}`);

/** A small return without a fault, in the standard layout. */
export function aReturn(): Texts {
  const people = ids.map((id, index) => {
    const sex = index % 2 === 0 ? 'female' : 'male';
    return `${id},,2022-0${1 + (index % 9)}-28,${sex},${20 + index},Alcohol only,in treatment,${index}.5,3,${1 + (index % 5)}`;
  });
  const employment = ids.flatMap((id, index) => [
    `${id},e-${index % 3},2022-10-0${1 + (index % 9)},2023-03-15,paye`,
    `${id},,2023-04-01,,self-employment`,
  ]);
  const contributions = ids.map((id, index) => `${id},2022-12-31,${index}.50,-1.25,12.00`);
  const text = (columns: Readonly<Record<string, string>>, lines: readonly string[]) =>
    [Object.values(columns).join(','), ...lines].map((line) => `${line}\n`).join('');
  return {
    people: text(standardLayout.people, people),
    employment: text(standardLayout.employment, employment),
    contributions: text(standardLayout.contributions, contributions),
  };
}

/** The values that somebody would type who sent those files. */
export const valuesOfReturn: FilesToImport['values'] = {
  name: 'A round',
  linkageDate: '2024-12-01',
  layoutName: standardLayout.name,
  firstEnrolment: null,
  lastEnrolment: null,
  sent: 14,
  matched: 12,
  employmentRows: 24,
  contributionRows: 12,
};

/** Writes the files; gives their paths. */
export function writtenReturn(
  folder: string,
  files: Readonly<Record<ReturnFile, string | Buffer>>,
): Record<ReturnFile, string> {
  const paths = Object.entries(files).map(([file, bytes]) => {
    const path = join(folder, `${file}.csv`);
    writeFileSync(path, bytes);
    return [file, path] as const;
  });
  return Object.fromEntries(paths) as Record<ReturnFile, string>;
}
