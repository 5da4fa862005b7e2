import type { ClientRecord } from './client-record.ts';

/**
 * The groups of a linked client as they are kept: bands in place of ages and months. Null: not known.
 */
export interface GroupFields {
  readonly substanceGroup: string | null;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly treatmentStatus: string | null;
  readonly timeInTreatment: string | null;
  readonly engagement: string | null;
  /** 1 most deprived to 5. */
  readonly deprivationQuintile: number | null;
  readonly site: string | null;
}

type Band = readonly [name: string, has: (value: number) => boolean];

/** The narrowest bands from which both published ways of grouping ages follow. */
export const ageBands: readonly Band[] = [
  ['Under 16', (years) => years < 16],
  ['16 to 24', (years) => years < 25],
  ['25 to 29', (years) => years < 30],
  ['30 to 49', (years) => years < 50],
  ['50 and over', () => true],
];
export const timeInTreatmentBands: readonly Band[] = [
  ['Up to 3 months', (months) => months <= 3],
  ['Up to 6 months', (months) => months <= 6],
  ['Up to 12 months', (months) => months <= 12],
  ['More than 12 months', () => true],
];
/** "More than 2 months" is the report's name for 2 months or more. */
export const engagementBands: readonly Band[] = [
  ['More than 2 months', (months) => months >= 2],
  ['Less than 2 months', () => true],
];

function bandOf(bands: readonly Band[], value: number | null): string | null {
  if (value === null) return null;
  if (!(value >= 0)) throw new RangeError('groupFields: an age or a number of months is negative');
  return bands.find(([, has]) => has(value))?.[0] ?? null;
}

function textOf(value: string | null): string | null {
  const text = value?.trim() ?? '';
  return text === '' ? null : text;
}

/**
 * The groups of a client from the fields of clients.csv.
 *
 * For: what is kept of a client, and every breakdown. Rule: ages and months become bands; blanks null.
 * @param client a valid row
 * @returns groups as kept
 * @throws RangeError for a negative age or number of months
 * Source: outcome definitions, section 16. Checked: on both sides of each band's edge.
 */
export function groupFields(client: ClientRecord): GroupFields {
  return {
    substanceGroup: textOf(client.substanceGroup),
    sex: textOf(client.sex),
    ageBand: bandOf(ageBands, client.ageAtEnrolment),
    treatmentStatus: textOf(client.treatmentStatus),
    timeInTreatment: bandOf(timeInTreatmentBands, client.monthsInTreatment),
    engagement: bandOf(engagementBands, client.ipsEngagementMonths),
    deprivationQuintile: client.deprivationQuintile,
    site: textOf(client.team),
  };
}
