import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';

export interface DatedSetting {
  key: string;
  value: unknown;
  note: string;
}

/** Choices where no source decides, as a new file starts with them. Each page that uses one says so. */
export const datedSettings: readonly DatedSetting[] = [
  {
    key: 'small-number-policy',
    value: defaultDisclosurePolicy,
    note: 'Ours, after the scheme of the NHS hospital statistics.',
  },
  {
    key: 'minimum-clients',
    value: 10,
    note: 'Teams with fewer clients in the period are listed, not used in relations. Ours.',
  },
  {
    key: 'published-site-minimum',
    value: 100,
    note: 'A site’s rate is published only with at least this many people: the rule of the 2025 report.',
  },
  {
    key: 'period-half-years',
    value: 1,
    note: 'Length of the period in which teams are compared, in calendar half-years. Ours.',
  },
  {
    key: 'fidelity-months-in-force',
    value: 24,
    note: 'A signed-off review counts for this many months after its last visit day. Ours.',
  },
  {
    key: 'item-17-contacts',
    value: 'all',
    note: 'The definition of item 17 includes contacts made for clients in general, its anchors speak of a particular client. Both count by default. Ours.',
  },
];
