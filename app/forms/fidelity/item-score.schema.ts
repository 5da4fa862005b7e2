import { z } from 'zod';

import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

import { versionField } from '../fields.schema.ts';
import { formSchema } from '../form-schema.ts';
import type { FormValues } from '../form-values.ts';
import { evidenceField, factFields, itemScoreLists } from './item-fields.ts';
import { proposalForItem, proposedScoreOf } from './item-proposal.ts';
import { itemScoreIntents, type ItemScoreForm, reasonMissing } from './item-score.ts';
import { readFacts } from './read-facts.ts';
import { typedText, type Report } from './read-numbers.ts';

const longText = z.string().max(4000, 'Use 4000 characters or fewer').default('');
const list = z.array(z.string().max(100)).max(50).default([]);

/** The form of one item: its fields follow from the item's rule and sources. */
export function itemScoreSchema(item: ScaleItem): z.ZodType<ItemScoreForm, FormValues> {
  const texts = [
    ...factFields(item).filter((field) => !itemScoreLists.includes(field)),
    ...item.sources.map(evidenceField),
  ];
  const lists = factFields(item).filter((field) => itemScoreLists.includes(field));
  return formSchema(
    z
      .strictObject({
        version: versionField,
        intent: z.enum(itemScoreIntents).default('list'),
        score: z.enum(['', '1', '2', '3', '4', '5'], 'Select a score from 1 to 5').default(''),
        reason: longText,
        adaptationReason: longText,
        ...Object.fromEntries(texts.map((field) => [field, longText])),
        ...Object.fromEntries(lists.map((field) => [field, list])),
      })
      .transform((form, context) => {
        const problems = new Map<string, string>();
        const entry = readItemScore(item, form, (field, message) => {
          if (!problems.has(field)) problems.set(field, message);
        });
        for (const [field, message] of problems) {
          context.addIssue({ code: 'custom', path: [field], message });
        }
        return { version: form.version, intent: form.intent, ...entry };
      }),
  );
}

type SentForm = Pick<ItemScoreForm, 'version' | 'intent'> & { score: string };

function readItemScore(
  item: ScaleItem,
  form: SentForm,
  report: Report,
): Omit<ItemScoreForm, 'version' | 'intent'> {
  const values = form as unknown as FormValues;
  const score = form.score === '' ? null : Number(form.score);
  const unsound: string[] = [];
  const facts = readFacts(item, values, score, (field, message) => {
    unsound.push(field);
    report(field, message);
  });
  const proposedScore = unsound.length > 0 ? null : proposedScoreOf(proposalForItem(item, facts));
  const reason = typedText(values, 'reason');
  if (form.intent === 'continue' && score === null) {
    report('score', 'Select a score from 1 to 5, or save and return to the list');
  }
  const isDraft = form.intent === 'propose' || form.intent === 'take-recorded';
  if (!isDraft && unsound.length === 0) {
    const missing = reasonMissing(item, { score, reason, facts, proposedScore });
    if (missing !== undefined) report('reason', missing);
  }
  const adaptation = typedText(values, 'adaptationReason');
  return {
    score,
    reason,
    facts,
    proposedScore,
    adaptationReason: adaptation === '' ? null : adaptation,
    evidence: item.sources.flatMap((source) => {
      const note = typedText(values, evidenceField(source));
      return note === '' ? [] : [{ source, note }];
    }),
  };
}
