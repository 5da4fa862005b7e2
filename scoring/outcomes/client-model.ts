import { baselineFactors, notKnown, type BaselineFactor } from './baseline-factors.ts';

/** A variable of the client-level model: a column of its table, in words, with its usual reference. */
export interface ClientModelVariable {
  readonly column: string;
  /** As a table prints it. */
  readonly name: string;
  readonly kind: 'numeric' | 'categorical';
  /** In the order a page prints them; empty where the data have them (teams, years). */
  readonly categories: readonly string[];
  /** The category that others are compared with unless a reader chooses; null where there is no usual one. */
  readonly usualReference: string | null;
  /** What clients bring with them may enter case mix: neither their team nor what it did. */
  readonly isOfTheClient: boolean;
}

export const TEAM_COLUMN = 'team';
export const MEETING_BAND_COLUMN = 'meeting_band';
export const OUTCOME_COLUMN = 'job_start';

/** The evaluation's own references where it names them, else a common and plainly worded answer (ours). */
const usualReferences: Readonly<Record<string, string>> = {
  referral_source: 'Jobcentre Plus',
  main_substance: 'Opiates',
  treatment: 'Under one year',
  last_job: 'Over 5 years or never',
  benefit: 'ESA support group',
  ethnicity: 'Black',
  sex: 'Male',
  housing: 'Family or friends',
  convicted: 'No',
  confidence: 'Low',
  qualification: 'Low',
  gp_visit: 'No',
  ae_visit: 'No',
};

function variableOf(factor: BaselineFactor): ClientModelVariable {
  const { column, name } = factor;
  return {
    column,
    name,
    // Start years are few, and their effect is no straight line.
    kind: factor.kind === 'number' && factor.key !== 'startYear' ? 'numeric' : 'categorical',
    categories: factor.kind === 'categories' ? factor.categories : [],
    usualReference: usualReferences[column] ?? null,
    isOfTheClient: factor.kind !== 'team',
  };
}

/** The sixteen factors of the evaluation's model, and the bands of meetings. */
export const clientModelVariables: readonly ClientModelVariable[] = [
  ...baselineFactors.map(variableOf),
  {
    column: MEETING_BAND_COLUMN,
    name: 'Meetings',
    kind: 'categorical',
    categories: ['0', '1 to 4', '5 to 8', '9 to 12', '13 or more'],
    usualReference: '1 to 4',
    isOfTheClient: false,
  },
];

/**
 * An answer of a record as the columns of the model and of baseline.csv write it.
 *
 * For: tables of clients. Formula: the category whose words are the same but for capitals.
 * @param factor a factor of the model
 * @param recorded what the record holds; "not-known" and null are no answer
 * @returns the category, or null where it is not known
 * @throws RangeError for an answer that is no category of the factor
 * Source: outcome definitions, sections 7 and 16. Checked: every category there and back.
 */
export function categoryOfRecord(factor: BaselineFactor, recorded: string | null): string | null {
  if (recorded === null || recorded === notKnown) return null;
  if (factor.kind !== 'categories') return recorded;
  const category = factor.categories.find((one) => one.toLowerCase() === recorded.toLowerCase());
  if (category === undefined) {
    throw new RangeError(`categoryOfRecord: "${recorded}" is no answer to ${factor.name}`);
  }
  return category;
}
