import type { AnswerWords } from '#app/forms/conflict.ts';
import {
  contactForWhom,
  contactModes,
  contactOutcomes,
  contactWithWhom,
  labelOf,
} from '#app/forms/employer-contact.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export interface ContactFacts {
  employerName: string;
  specialistName: string;
  contactDate: string;
  mode: string;
  answered: boolean;
  outcome: string;
  withWhom: string;
  forWhom: string;
  note: string;
  nextStepDate: string | null;
}

/** How it was, in a table's words: a message says whether it was answered. */
export function modeWords({ mode, answered }: Pick<ContactFacts, 'mode' | 'answered'>): string {
  const words = labelOf(contactModes, mode);
  if (mode !== 'message') return words;
  return `${words}, ${answered ? 'answered' : 'not answered yet'}`;
}

/** Every answer of a contact in words, to set two versions side by side. */
export function contactWords(contact: ContactFacts): AnswerWords {
  const { nextStepDate } = contact;
  return [
    { label: 'Who made the contact', text: contact.specialistName },
    { label: 'Employer', text: contact.employerName },
    { label: 'How', text: modeWords(contact) },
    { label: 'What came of it', text: labelOf(contactOutcomes, contact.outcome) },
    { label: 'Date', text: formatDay(contact.contactDate) },
    { label: 'With whom', text: labelOf(contactWithWhom, contact.withWhom) },
    { label: 'For whom', text: labelOf(contactForWhom, contact.forWhom) },
    { label: 'Note', text: contact.note },
    { label: 'Next step', text: nextStepDate === null ? '' : formatDay(nextStepDate) },
  ];
}
