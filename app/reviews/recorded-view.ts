import type { FormValues } from '#app/forms/form-values.ts';

/** A number from the team's own records in words. */
export interface FigureView {
  label: string;
  /** null where there is too little: then `made` says what is missing. */
  number: string | null;
  /** What it is made of: '36 active clients ÷ 1.8 full-time equivalents'. */
  made: string;
  period: string;
  /** Records that could not be used. */
  unused: string[];
}

/** What the team's own records say about an item, as the page prints it. */
export interface RecordedView {
  /** Up to which day records were read, and why that one. */
  upTo: string;
  /** Set where no record measures the item. */
  notRecorded: string | null;
  /** What a team may have besides its records here. */
  askFor: string | null;
  measured: FigureView | null;
  beside: FigureView[];
  breakdown: { caption: string; headings: string[]; rows: string[][] } | null;
  cautions: string[];
  /** The fields that taking the numbers over fills in; null where there is nothing to take. */
  values: FormValues | null;
}
