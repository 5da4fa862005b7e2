import type { AnswerWords } from '#app/forms/conflict.ts';
import {
  itemAnswers,
  type AnsweredItem,
  type PeopleReader,
} from '#app/forms/fidelity/item-answers.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

/** Told in the score table already, or decided anew by agreement. */
const leftOut = ['Score', 'Proposed by the rule'];

/**
 * What the reviewers recorded about an item, line by line; the same words of both stand once. A reason agreed together
 * takes the place of the reviewers' own.
 */
export function mergedAnswers(
  item: ScaleItem,
  entries: readonly AnsweredItem[],
  agreedReason: string,
  reader: PeopleReader,
): AnswerWords {
  const [first = [], ...others] = entries.map((entry) => itemAnswers(item, entry, reader));
  return first
    .map(({ label, text }, index) => {
      const texts = [text, ...others.map((answers) => answers[index]?.text ?? '')];
      const distinct = [...new Set(texts)].filter((words) => words !== '');
      return { label, text: distinct.join('\n') };
    })
    .map((answer) =>
      answer.label === 'Reason' && agreedReason !== '' ? { ...answer, text: agreedReason } : answer,
    )
    .filter(({ label, text }) => !leftOut.includes(label) && text !== '');
}
