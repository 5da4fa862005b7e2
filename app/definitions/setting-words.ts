interface SettingWords {
  name: string;
  value: (value: unknown) => string;
}

const counted = (one: string, many: string) => (value: unknown) =>
  `${String(value)} ${value === 1 ? one : many}`;

const known: Record<string, SettingWords> = {
  'small-number-policy': {
    name: 'Protection of small numbers',
    value: () => 'As described under “How small numbers are protected”',
  },
  'minimum-clients': { name: 'Clients a team needs', value: counted('client', 'clients') },
  'published-site-minimum': {
    name: 'People a site’s published rate needs',
    value: counted('person', 'people'),
  },
  'period-half-years': {
    name: 'Length of the compared period',
    value: counted('half-year', 'half-years'),
  },
  'fidelity-months-in-force': {
    name: 'How long a fidelity review counts',
    value: counted('month', 'months'),
  },
  'item-17-contacts': {
    name: 'Employer contacts that count for item 17',
    value: (value) =>
      value === 'particular'
        ? 'Only for a particular client'
        : 'For a particular client and for clients in general',
  },
};

/** A setting's name and value as people read them; one of another time prints its key and a plain value. */
export function settingInWords(key: string, json: string): { name: string; value: string } {
  const value: unknown = JSON.parse(json);
  const words = known[key];
  if (words !== undefined) return { name: words.name, value: words.value(value) };
  const isPlain = typeof value === 'number' || typeof value === 'string';
  return { name: key.replaceAll('-', ' '), value: isPlain ? String(value) : 'See the note' };
}
