import type { Conflict, FormValues } from './form-values.ts';

/** One answer as a person reads it: its label and its words on one side. */
export type AnswerWords = readonly { label: string; text: string }[];

/** The answers that differ between what was typed and what somebody else saved meanwhile. */
export function conflictBetween(
  version: number,
  yours: AnswerWords,
  theirs: AnswerWords,
): Conflict {
  const rows = yours.map(({ label, text }, index) => ({
    label,
    yours: text,
    theirs: theirs[index]?.text ?? '',
  }));
  return { version, rows: rows.filter((row) => row.yours !== row.theirs) };
}

/** The line of the error summary that leads to the two versions in the conflict notice. */
const compare = { field: 'conflict', message: 'Compare the two versions, then save again' };

/** The answer to a save that came second: what was typed, and both versions. */
export function conflictFailure(values: FormValues, conflict: Conflict) {
  const renewed = { ...values, version: String(conflict.version) };
  return { errors: [compare], values: renewed, conflict };
}
