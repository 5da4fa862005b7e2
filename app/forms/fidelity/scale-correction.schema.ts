import { z } from 'zod';

import type {
  FidelityScale,
  ItemScore,
  ScaleAnchor,
  ScaleItem,
} from '#scoring/fidelity/scale-types.ts';
import { scaleProblems } from '#scoring/fidelity/validate-scale.ts';

import { always, checkDate, dateBoxes } from '../date-boxes.schema.ts';
import { dayIn } from '../date-boxes.ts';
import { requiredText, submissionId, versionField } from '../fields.schema.ts';
import { formSchema } from '../form-schema.ts';
import type { FormValues } from '../form-values.ts';
import { readNumber, typedList, typedText, type Report } from './read-numbers.ts';
import { anchorField, limitField, thresholdsOf } from './scale-correction.ts';

/**
 * The form that publishes a corrected version: one item of the newest version with its definition, its anchors, which
 * of them have been checked against the official form, and its thresholds.
 */
export function scaleCorrectionSchema(scale: FidelityScale, item: ScaleItem, validFrom: string) {
  const anchors = item.anchors.map(({ score }) => [
    anchorField(score),
    requiredText(`Enter the text of the anchor for ${score}`, 1000),
  ]);
  const limits = thresholdsOf(item).map(({ score }) => [limitField(score), z.string().max(20)]);
  return formSchema(
    z
      .strictObject({
        submissionId,
        version: versionField,
        name: requiredText('Enter a name for the new version'),
        ...dateBoxes('validFrom'),
        definition: requiredText('Enter the definition', 1000),
        ...(Object.fromEntries(anchors) as Record<string, z.ZodString>),
        ...(Object.fromEntries(limits) as Record<string, z.ZodString>),
        checked: z.array(z.enum(['1', '2', '3', '4', '5'])).default([]),
        note: requiredText('Enter why you are publishing this version', 1000),
      })
      .superRefine((_, context) => {
        const notBefore = { day: validFrom };
        const what = 'the day from which the new version holds';
        checkDate(context, 'validFrom', { what, isRequired: true, notBefore });
      }, always)
      .transform((form, context) => {
        const values = form as unknown as FormValues;
        const report: Report = (field, message) =>
          context.addIssue({ code: 'custom', path: [field], message });
        const name = typedText(values, 'name');
        const id = nextScaleId(scale.id, form.version + 1);
        const corrected = { ...correctedScale(scale, item.number, values, report), id, name };
        for (const problem of scaleProblems(corrected)) {
          report(fieldOf(problem, item), sentenceOf(problem));
        }
        return {
          submissionId: form.submissionId,
          version: form.version,
          name,
          validFrom: dayIn(values, 'validFrom') ?? '',
          note: typedText(values, 'note'),
          scale: corrected,
        };
      }),
  );
}

/** The scale with one item replaced by what was typed about it. */
function correctedScale(
  scale: FidelityScale,
  itemNumber: number,
  values: FormValues,
  report: Report,
): FidelityScale {
  return {
    ...scale,
    items: scale.items.map((item) =>
      item.number === itemNumber ? correctedItem(item, values, report) : item,
    ),
  };
}

function correctedItem(item: ScaleItem, values: FormValues, report: Report): ScaleItem {
  const checked = typedList(values, 'checked');
  const { rule } = item;
  return {
    ...item,
    definition: typedText(values, 'definition'),
    anchors: item.anchors.map(({ score }): ScaleAnchor => ({
      score,
      text: typedText(values, anchorField(score)),
      verification: checked.includes(String(score)) ? 'verified' : 'to-check',
    })),
    rule:
      rule.kind === 'band'
        ? {
            ...rule,
            thresholds: rule.thresholds.map((threshold) => ({
              ...threshold,
              limit: readLimit(threshold.score, values, report) ?? threshold.limit,
            })),
          }
        : rule,
  };
}

function readLimit(score: ItemScore, values: FormValues, report: Report): number | undefined {
  const field = limitField(score);
  const what = `the limit for a score of ${score}`;
  if (typedText(values, field) === '') report(field, `Enter ${what}`);
  return readNumber(values, field, { what, from: 0, to: null }, report);
}

/** The summary links a broken rule to the field it is about, as near as its words tell. */
function fieldOf(problem: string, item: ScaleItem): string {
  const score = /score (\d)/.exec(problem)?.[1];
  const limit = thresholdsOf(item).find((threshold) => String(threshold.score) === score);
  return limit === undefined ? 'definition' : limitField(limit.score);
}

/** "item 7: must have a title" as an error of the page about that item: "Must have a title". */
function sentenceOf(problem: string): string {
  const words = problem.replace(/^item \d+: /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** sefs-2008-01-07 becomes sefs-2008-01-07-v2, and that -v3. */
function nextScaleId(id: string, number: number): string {
  return `${id.replace(/-v\d+$/, '')}-v${number}`;
}
