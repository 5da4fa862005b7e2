import {
  returnFiles,
  standardColumns,
  type ReturnFile,
  type ReturnLayout,
} from '#app/linkage/layouts.ts';

import type { FormValues } from './form-values.ts';

/** The field that holds the heading of a standard column. */
export const headingField = (file: ReturnFile, column: string) => `${file}.${column}`;

/** Every heading that a layout of this kind needs, in the order of the files. */
export function headingFields(
  groups: ReturnLayout['groups'],
): { field: string; file: ReturnFile; column: string }[] {
  return returnFiles.flatMap((file) =>
    standardColumns(file, groups).map((column) => ({
      field: headingField(file, column),
      file,
      column,
    })),
  );
}

/** A layout as its form holds it. */
export function layoutValues({ name, dates, separator, ...layout }: ReturnLayout): FormValues {
  const headings = returnFiles.flatMap((file) =>
    Object.entries(layout[file]).map(([column, heading]) => [headingField(file, column), heading]),
  );
  return { name, dates, separator, ...(Object.fromEntries(headings) as FormValues) };
}
