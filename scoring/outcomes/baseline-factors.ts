/**
 * The sixteen factors of the client-level model as the vocational profile and baseline.csv know them: the words of
 * each category are those of the file, letter by letter, so that records and file need no table between them.
 */

/** The answer "not known" in a record; an empty cell in a file. */
export const notKnown = 'not-known';

export type BaselineFactorKey =
  | 'team'
  | 'referralSource'
  | 'mainSubstance'
  | 'treatment'
  | 'lastJob'
  | 'benefit'
  | 'ethnicity'
  | 'sex'
  | 'age'
  | 'housing'
  | 'convicted'
  | 'confidence'
  | 'qualification'
  | 'startYear'
  | 'gpVisit'
  | 'aeVisit';

interface FactorBase {
  key: BaselineFactorKey;
  /** Heading of the column in baseline.csv. */
  column: string;
  /** As a table prints it. */
  name: string;
}

/** A factor with a list of answers. In a record, yes, no and the sexes are kept in lower case. */
export interface CategoryFactor extends FactorBase {
  kind: 'categories';
  categories: readonly string[];
  isLowerCase: boolean;
}

/** A number: completed years of age at enrolment, or the calendar year of enrolment. */
export interface NumberFactor extends FactorBase {
  kind: 'number';
  from: number;
  to: number;
}

/** The name of the client's team. */
export interface TeamFactor extends FactorBase {
  kind: 'team';
}

export type BaselineFactor = CategoryFactor | NumberFactor | TeamFactor;

type Head = readonly [key: BaselineFactorKey, column: string, name: string];

const words = ([key, column, name]: Head, categories: readonly string[]): CategoryFactor => ({
  ...{ key, column, name, kind: 'categories', categories, isLowerCase: false },
});

const lowerCase = (head: Head, categories: readonly string[]): CategoryFactor => ({
  ...words(head, categories),
  isLowerCase: true,
});

const yesNo = ['Yes', 'No'];

/** In the order of the columns of baseline.csv. */
export const baselineFactors: readonly BaselineFactor[] = [
  { key: 'team', column: 'team', name: 'Team', kind: 'team' },
  words(
    ['referralSource', 'referral_source', 'Referral source'],
    ['Drug and alcohol team', 'Jobcentre Plus', 'Self-referral', 'Other'],
  ),
  words(
    ['mainSubstance', 'main_substance', 'Main substance'],
    ['Alcohol', 'Opiates', 'Non-opiates', 'Non-opiates and alcohol'],
  ),
  words(
    ['treatment', 'treatment', 'Treatment'],
    ['Under one year', 'Over one year', 'Not in treatment'],
  ),
  words(
    ['lastJob', 'last_job', 'Time since last job'],
    ['Under 6 months', '6 to 12 months', '1 to 2 years', '2 to 5 years', 'Over 5 years or never'],
  ),
  words(
    ['benefit', 'benefit', 'Benefit'],
    ['Universal Credit or JSA', 'ESA support group', 'ESA work-related activity group', 'None'],
  ),
  words(
    ['ethnicity', 'ethnicity', 'Ethnicity'],
    ['Asian', 'Black', 'White British', 'White other', 'Other or mixed'],
  ),
  lowerCase(['sex', 'sex', 'Sex'], ['Female', 'Male']),
  { key: 'age', column: 'age', name: 'Age', kind: 'number', from: 16, to: 110 },
  words(
    ['housing', 'housing', 'Housing'],
    ['Own home', 'Private rent', 'Local authority or hostel', 'Family or friends', 'Unstable'],
  ),
  lowerCase(['convicted', 'convicted', 'Convictions'], yesNo),
  words(['confidence', 'confidence', 'Confidence'], ['Low', 'Moderate', 'High']),
  words(['qualification', 'qualification', 'Qualifications'], ['Low', 'Medium', 'High']),
  {
    key: 'startYear',
    column: 'start_year',
    name: 'Start year',
    kind: 'number',
    from: 2000,
    to: 2100,
  },
  lowerCase(['gpVisit', 'gp_visit', 'GP visit'], yesNo),
  lowerCase(['aeVisit', 'ae_visit', 'A&E visit'], yesNo),
];

/** Columns of the same file that are results, not factors. */
export const baselineResultColumns = [
  'meetings',
  'meeting_band',
  'job_start',
  'days_to_job',
  'days_followed',
  'meetings_first_60_days',
] as const;

export type FactorReading =
  { status: 'known'; value: string } | { status: 'not-known' } | { status: 'wrong'; rule: string };

/**
 * Reads one cell of baseline.csv as a record keeps it.
 *
 * For: importing baseline.csv.
 * Rules: an empty cell is not known; a category is written letter by letter; a number is whole and within its limits;
 * a team's name is any text, compared by whoever knows the team.
 * @param factor the column's factor
 * @param cell the cell's text
 * @returns the value (yes, no and the sexes in lower case), not known, or the rule that the cell breaks
 * Errors: none. Source: outcome definitions, sections 7 and 16. Checked: every cell of the reference file is read;
 * changed cells are refused.
 */
export function factorReading(factor: BaselineFactor, cell: string): FactorReading {
  const text = cell.trim();
  if (text === '') return { status: 'not-known' };
  if (factor.kind === 'team') return { status: 'known', value: text };
  if (factor.kind === 'number') {
    const { from, to } = factor;
    const isInside = /^\d{1,4}$/.test(text) && Number(text) >= from && Number(text) <= to;
    if (!isInside) return { status: 'wrong', rule: `a whole number from ${from} to ${to}` };
    return { status: 'known', value: String(Number(text)) };
  }
  if (!factor.categories.includes(text)) {
    return { status: 'wrong', rule: `one of: ${factor.categories.join('; ')}` };
  }
  return { status: 'known', value: factor.isLowerCase ? text.toLowerCase() : text };
}

/**
 * A category as a record keeps it.
 *
 * @param factor a factor with categories
 * @param category one of them, as the file writes it
 * @returns the same words, in lower case for yes, no and the sexes
 * For: forms that offer the categories. Errors: none. Source: our records. Checked: with factorReading.
 */
export function recordedCategory(factor: CategoryFactor, category: string): string {
  return factor.isLowerCase ? category.toLowerCase() : category;
}

/** The twelve answers that the vocational profile adds to the client's own record. */
export const profileFactorKeys = [
  'referralSource',
  'mainSubstance',
  'treatment',
  'lastJob',
  'gpVisit',
  'aeVisit',
  'benefit',
  'ethnicity',
  'housing',
  'convicted',
  'confidence',
  'qualification',
] as const satisfies readonly BaselineFactorKey[];

export type ProfileFactorKey = (typeof profileFactorKeys)[number];

/**
 * A factor of the vocational profile with its categories.
 *
 * @param key which one
 * @returns the factor
 * @throws RangeError for a key that has no categories
 * For: the profile's form. Source: this list. Checked: every key of the profile has one.
 */
export function profileFactor(key: ProfileFactorKey): CategoryFactor {
  const factor = baselineFactors.find((one) => one.key === key);
  if (factor?.kind !== 'categories') {
    throw new RangeError(`profileFactor: ${key} is no factor with categories`);
  }
  return factor;
}
