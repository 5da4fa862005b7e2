import { substanceGroups, treatmentStatuses } from '#scoring/outcomes/cohort/client-record.ts';
import {
  ageBands,
  engagementBands,
  timeInTreatmentBands,
  type GroupFields,
} from '#scoring/outcomes/cohort/group-fields.ts';

/** The groups that travel in the coded field: sex and site travel beside it. */
export type CodedGroups = Omit<GroupFields, 'sex' | 'site'>;

/** Moves on when a list below changes, so that an old field is refused and not misread. */
const VERSION = 1;

const lists = {
  ageBand: ageBands.map(([name]) => name),
  substanceGroup: substanceGroups,
  treatmentStatus: treatmentStatuses,
  timeInTreatment: timeInTreatmentBands.map(([name]) => name),
  engagement: engagementBands.map(([name]) => name),
} as const satisfies Record<
  Exclude<keyof CodedGroups, 'deprivationQuintile'>,
  readonly (string | null)[]
>;
type ListedField = keyof typeof lists;

const fields = Object.keys(lists) as ListedField[];

/** Bytes of packed groups: a version, one for each list, the quintile. */
export const packedLength = fields.length + 2;

function placeOf(field: ListedField, value: string | null): number {
  if (value === null) return 0;
  const place = (lists[field] as readonly string[]).indexOf(value);
  if (place < 0) throw new RangeError(`packedGroups: ${field} must be one of its list`);
  return place + 1;
}

/**
 * The groups of a client as a few bytes, always as many.
 *
 * For: what is encrypted into the coded field; a fixed length, since a length would tell groups apart.
 * Formula: the version, then for each field 1 + its place in its list, then the quintile; 0 for not known.
 * @param groups as groupFields makes them
 * @returns packedLength bytes
 * @throws RangeError for a group that is in no list
 * Source: outcome definitions, section 14; the form is ours. Checked: every value there and back.
 */
export function packedGroups(groups: CodedGroups): Uint8Array {
  const quintile = groups.deprivationQuintile ?? 0;
  if (!Number.isInteger(quintile) || quintile < 0 || quintile > 5) {
    throw new RangeError('packedGroups: deprivationQuintile must be 1 to 5 or null');
  }
  return Uint8Array.from([
    VERSION,
    ...fields.map((field) => placeOf(field, groups[field])),
    quintile,
  ]);
}

/**
 * The groups that packedGroups made bytes of.
 *
 * @param bytes as packed
 * @returns groups, null where not known
 * @throws RangeError for bytes of another length or version, or a place that is in no list
 * For: an import. Formula: as packedGroups. Source: as packedGroups. Checked: every value there and back.
 */
export function unpackedGroups(bytes: Uint8Array): CodedGroups {
  if (bytes.length !== packedLength || bytes[0] !== VERSION) {
    throw new RangeError('unpackedGroups: the bytes are not groups of this version');
  }
  const read = (field: ListedField): string | null => {
    const place = bytes[fields.indexOf(field) + 1] ?? 0;
    if (place === 0) return null;
    const name = lists[field][place - 1];
    if (name === undefined) throw new RangeError(`unpackedGroups: no such ${field}`);
    return name;
  };
  const quintile = bytes[packedLength - 1] ?? 0;
  if (quintile > 5) throw new RangeError('unpackedGroups: no such deprivationQuintile');
  return {
    ageBand: read('ageBand'),
    substanceGroup: read('substanceGroup'),
    treatmentStatus: read('treatmentStatus'),
    timeInTreatment: read('timeInTreatment'),
    engagement: read('engagement'),
    deprivationQuintile: quintile === 0 ? null : quintile,
  };
}
