/** What a team's page prints, as its reader may see it. */
export interface TeamView {
  name: string;
  facts: { key: string; value: string }[];
  periodLabel: string;
  periods: { value: string; label: string }[];
  definitions: { value: string; label: string }[];
  chosen: { period: string; definition: string };
  isProtected: boolean;
  rate: RateView;
  fidelity: InputFact;
  integration: InputFact;
  contacts: ContactsView;
  meetings: MeetingsView;
  links: { href: string; text: string }[];
}

export interface RateView {
  definition: string;
  numerator: string;
  denominator: string;
  status: 'shown' | 'hidden' | 'none';
  rate: string;
  interval: string;
  counts: string;
  /** For the drawing; null where there is nothing to draw. */
  bar: { value: number; low: number; high: number } | null;
  benchmark: { value: number; words: string } | null;
  notes: string[];
}

/** One input with its figure, what it is and from when. */
export interface InputFact {
  figure: string;
  words: string;
  href: string | null;
  linkText: string;
}

export interface ContactsView {
  windows: { label: string; strict: string; allModes: string; weeks: string }[];
  period: { strict: string; allModes: string };
}

export interface MeetingsView {
  figure: string;
  words: string;
  bands: { label: string; clients: string; share: string }[];
  month: string | null;
  missing: string[];
}
