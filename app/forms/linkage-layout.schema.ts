import { z } from 'zod';

import {
  layoutDates,
  returnFiles,
  separators,
  type Columns,
  type ReturnFile,
  type ReturnLayout,
  type Separator,
} from '#app/linkage/layouts.ts';

import { always } from './date-boxes.schema.ts';
import { typedIn } from './field-props.ts';
import { choice, requiredText, submissionId } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';
import { headingFields } from './linkage-layout.ts';

const longestHeading = 100;
const separatorNames = Object.keys(separators) as [Separator, ...Separator[]];

/** A new layout of returns with a coded field, or with groups in columns: each column has a heading, and each its own. */
export function linkageLayoutForm(groups: ReturnLayout['groups']) {
  const fields = headingFields(groups);
  const headings: Record<string, z.ZodType<string>> = Object.fromEntries(
    fields.map(({ field, file, column }) => [
      field,
      requiredText(`Enter the heading of ${column} in the file of ${file}`, longestHeading),
    ]),
  );
  const answers = {
    name: requiredText('Enter a name for the layout', 80),
    dates: choice(layoutDates, 'Choose how days are written'),
    separator: choice(separatorNames, 'Choose what stands between cells'),
  };
  const columnsOf = (form: object, wanted: ReturnFile): Columns =>
    Object.fromEntries(
      fields
        .filter(({ file }) => file === wanted)
        .map(({ field, column }) => [column, typedIn(form as FormValues, field).trim()]),
    );
  return formSchema(
    z
      .strictObject({ submissionId, ...answers, ...headings })
      .superRefine((form, context) => {
        for (const file of returnFiles) {
          for (const { column, heading, first } of headingsTwice(columnsOf(form, file))) {
            const message =
              `“${heading}” stands for ${first} already: ` +
              `${column} in the file of ${file} needs a heading of its own`;
            context.addIssue({ code: 'custom', path: [`${file}.${column}`], message });
          }
        }
      }, always)
      .transform((form): { submissionId: string; layout: ReturnLayout } => ({
        submissionId: form.submissionId,
        layout: {
          ...{ name: form.name, groups, dates: form.dates, separator: form.separator },
          people: columnsOf(form, 'people'),
          employment: columnsOf(form, 'employment'),
          contributions: columnsOf(form, 'contributions'),
        },
      })),
  );
}

/** Columns whose heading stands for another one before them. */
function headingsTwice(columns: Columns): { column: string; heading: string; first: string }[] {
  const seen = new Map<string, string>();
  return Object.entries(columns).flatMap(([column, heading]) => {
    const first = seen.get(heading);
    if (first !== undefined) return [{ column, heading, first }];
    if (heading !== '') seen.set(heading, column);
    return [];
  });
}
