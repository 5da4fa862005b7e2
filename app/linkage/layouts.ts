/** The files of a return, by the names of their layouts. */
export const returnFiles = ['people', 'employment', 'contributions'] as const;
export type ReturnFile = (typeof returnFiles)[number];

/** Heading of each column, by the column of the standard layout that it stands for. */
export type Columns = Readonly<Record<string, string>>;

/** Whether groups come back in the coded field or in columns of their own. */
export const layoutGroups = ['coded', 'columns'] as const;

/** How days are written: 2024-12-01, or 01/12/2024. */
export const layoutDates = ['iso', 'day-first'] as const;

/** What stands between two cells. */
export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type Separator = keyof typeof separators;

/** Which columns of a return hold what. */
export interface ReturnLayout {
  readonly name: string;
  readonly groups: (typeof layoutGroups)[number];
  readonly dates: (typeof layoutDates)[number];
  readonly separator: Separator;
  readonly people: Columns;
  readonly employment: Columns;
  readonly contributions: Columns;
}

const person = ['client_id', 'team', 'enrolment_date', 'sex'];
const groupColumns = [
  'age_at_enrolment',
  'substance_group',
  'treatment_status',
  'months_in_treatment',
  'ips_engagement_months',
  'deprivation_quintile',
];
const employment = ['client_id', 'employer_id', 'start_date', 'end_date', 'source'];
const contributions = ['client_id', 'payment_date', 'income_tax', 'employee_ni', 'employer_ni'];

/** The standard columns that a file of a layout has to have a heading for. */
export function standardColumns(file: ReturnFile, groups: ReturnLayout['groups']): string[] {
  if (file === 'employment') return [...employment];
  if (file === 'contributions') return [...contributions];
  return [...person, ...(groups === 'coded' ? ['coded_field'] : groupColumns)];
}

const same = (columns: readonly string[]): Columns =>
  Object.fromEntries(columns.map((column) => [column, column]));

/** What the extract of this product comes back as. */
export const returnLayout: ReturnLayout = {
  name: 'Return of an extract',
  groups: 'coded',
  dates: 'iso',
  separator: 'comma',
  people: {
    ...same(standardColumns('people', 'coded')),
    client_id: 'person_id',
    team: 'area',
  },
  employment: { ...same(employment), client_id: 'person_id' },
  contributions: { ...same(contributions), client_id: 'person_id' },
};

/** clients.csv, employment.csv and contributions.csv, as the analysis on files reads them. */
export const standardLayout: ReturnLayout = {
  name: 'Standard layout',
  groups: 'columns',
  dates: 'iso',
  separator: 'comma',
  people: same(standardColumns('people', 'columns')),
  employment: same(employment),
  contributions: same(contributions),
};

export const builtInLayouts: readonly ReturnLayout[] = [returnLayout, standardLayout];
