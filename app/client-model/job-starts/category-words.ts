import { MEETING_BAND_COLUMN, TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';
import { NOT_KNOWN } from '#scoring/statistics/model-frame.ts';

/** A category as a sentence speaks of its clients: "women", "those last in work 1 to 2 years ago". */
export function clientsOf(column: string, name: string, category: string): string {
  if (category === NOT_KNOWN) return `those whose ${inSentence(name)} is not known`;
  return wordsFor[column]?.(category) ?? `those whose ${inSentence(name)} is “${category}”`;
}

type Words = (category: string) => string;

const lower = (category: string): string => category.charAt(0).toLowerCase() + category.slice(1);

const withOrWithout =
  (what: string): Words =>
  (category) =>
    category === 'Yes' ? `those with ${what}` : `those without ${what}`;

const wordsFor: Readonly<Record<string, Words>> = {
  [TEAM_COLUMN]: (category) =>
    ['Your team', 'Another team'].includes(category)
      ? `clients of ${lower(category)}`
      : `clients of ${category}`,
  treatment: (category) =>
    category === 'Not in treatment'
      ? 'those not in treatment'
      : `those ${lower(category)} in treatment`,
  last_job: (category) =>
    category.endsWith(' or never')
      ? `those last in work ${lower(category).replace(' or never', ' ago or never')}`
      : `those last in work ${lower(category)} ago`,
  benefit: (category) => (category === 'None' ? 'those without a benefit' : `those on ${category}`),
  sex: (category) => (category === 'Female' ? 'women' : 'men'),
  convicted: withOrWithout('convictions'),
  gp_visit: withOrWithout('a GP visit'),
  ae_visit: withOrWithout('an A&E visit'),
  confidence: (category) => `those with ${lower(category)} confidence`,
  qualification: (category) => `those with ${lower(category)} qualifications`,
  start_year: (category) => `those who started in ${category}`,
  [MEETING_BAND_COLUMN]: (category) =>
    category === '0' ? 'those with no meetings' : `those with ${category} meetings`,
};

/** A variable's name inside a sentence; A&E and GP keep their capitals. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? lower(name) : name;
}
