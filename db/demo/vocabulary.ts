/**
 * The answers about a client with how likely each is among the demo's clients. The words are those of the 2025 report
 * and of the Via evaluation; the columns that hold yes or no are written so.
 */

export const NOT_KNOWN = 'not-known';

export const substanceGroups = {
  'Alcohol only': 38,
  'Opiates without crack': 17,
  'Non-opiate (excluding crack) and alcohol': 16,
  'Non-opiate (excluding crack)': 14,
  'Opiates and crack': 13,
  'Crack without opiates': 3,
} as const;
export type SubstanceGroup = keyof typeof substanceGroups;

/** The substance group as the vocational profile asks for it. */
export const mainSubstanceOf: Readonly<Record<SubstanceGroup, string>> = {
  'Alcohol only': 'Alcohol',
  'Opiates without crack': 'Opiates',
  'Non-opiate (excluding crack) and alcohol': 'Non-opiates and alcohol',
  'Non-opiate (excluding crack)': 'Non-opiates',
  'Opiates and crack': 'Opiates',
  'Crack without opiates': 'Non-opiates',
};

export const referralSources = {
  'Drug and alcohol team': 80,
  'Jobcentre Plus': 7,
  'Self-referral': 5,
  Other: 8,
} as const;

export const lastJobs = {
  'Over 5 years or never': 26,
  '2 to 5 years': 22,
  '1 to 2 years': 18,
  '6 to 12 months': 15,
  'Under 6 months': 19,
} as const;

export const benefits = {
  'ESA support group': 12,
  'Universal Credit or JSA': 62,
  'ESA work-related activity group': 5,
  None: 21,
} as const;

export const ethnicities = {
  'White British': 70,
  'White other': 9,
  Asian: 8,
  Black: 7,
  'Other or mixed': 6,
} as const;

export const housings = {
  'Family or friends': 28,
  'Local authority or hostel': 32,
  'Private rent': 24,
  'Own home': 9,
  Unstable: 7,
} as const;

export const confidences = { Low: 12, Moderate: 42, High: 46 } as const;
export const qualifications = { Low: 38, Medium: 40, High: 22 } as const;
