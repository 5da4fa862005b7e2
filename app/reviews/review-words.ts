import { kindWords, type ReviewKind } from '#app/forms/fidelity/review-set-up.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

/** "27 March 2026" or "26 March 2026 to 27 March 2026". */
export function visitWords(review: { firstVisitDay: string; lastVisitDay: string }): string {
  const { firstVisitDay, lastVisitDay } = review;
  if (firstVisitDay === lastVisitDay) return formatDay(firstVisitDay);
  return `${formatDay(firstVisitDay)} to ${formatDay(lastVisitDay)}`;
}

/** What a review is, in one line: "Independent review, 26 March 2026 to 27 March 2026". */
export function reviewWords(review: {
  kind: ReviewKind;
  firstVisitDay: string;
  lastVisitDay: string;
}): string {
  return `${kindWords(review.kind)}, ${visitWords(review)}`;
}

/** How far scoring is: "18 of 25 scored". */
export function scoredWords(total: { itemsScored: number; items: number }): string {
  return `${total.itemsScored} of ${total.items} scored`;
}
