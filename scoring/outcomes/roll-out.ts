/** A row of a roll-out table as printed. */
export interface RollOutRow {
  readonly group: string;
  readonly services: number;
  readonly cumulativeServices: number;
  readonly localAuthorities: number;
  readonly cumulativeLocalAuthorities: number;
}

/** Table 1 of the 2025 report, as printed, its error of addition included. */
export const publishedRollOut: readonly RollOutRow[] = [
  {
    group: 'IPS-AD trial sites',
    services: 6,
    cumulativeServices: 6,
    localAuthorities: 6,
    cumulativeLocalAuthorities: 6,
  },
  {
    group: '2021 to 2022',
    services: 25,
    cumulativeServices: 31,
    localAuthorities: 41,
    cumulativeLocalAuthorities: 47,
  },
  {
    group: '2022 to 2023',
    services: 20,
    cumulativeServices: 51,
    localAuthorities: 21,
    cumulativeLocalAuthorities: 68,
  },
  {
    group: '2023 to 2024',
    services: 12,
    cumulativeServices: 63,
    localAuthorities: 22,
    cumulativeLocalAuthorities: 90,
  },
  {
    group: '2024 to 2025',
    services: 36,
    cumulativeServices: 99,
    localAuthorities: 57,
    cumulativeLocalAuthorities: 145,
  },
];

export interface OtherRollOutFigure {
  /** The row of table 1 for the same year. */
  readonly group: string;
  readonly joined: number;
  /** What the other source says it counts, in our words. */
  readonly counts: string;
  /** Share of the treatment population with access that it gives for the year, 0 to 1; null where none. */
  readonly access: number | null;
}

/** OHID's own account of the expansion, whose years do not match table 1. */
export const otherRollOut: readonly OtherRollOutFigure[] = [
  {
    group: '2021 to 2022',
    joined: 46,
    counts: 'local authorities that launched teams',
    access: 0.4,
  },
  { group: '2022 to 2023', joined: 26, counts: 'services that joined', access: null },
  {
    group: '2023 to 2024',
    joined: 31,
    counts: 'services mobilised by August, access expected by the end of the year',
    access: 0.96,
  },
];

/** A printed cumulative figure that its own rows do not add up to. */
export interface RollOutFlag {
  readonly group: string;
  readonly column: 'cumulativeServices' | 'cumulativeLocalAuthorities';
  readonly printed: number;
  readonly added: number;
}

export interface CheckedRollOutRow {
  readonly printed: RollOutRow;
  /** What the rows up to here add up to. */
  readonly servicesAdded: number;
  readonly localAuthoritiesAdded: number;
  /** The other source's figure of the year; null where it has none. */
  readonly other: (OtherRollOutFigure & { readonly agrees: boolean }) | null;
}

export interface RollOutCheck {
  readonly rows: readonly CheckedRollOutRow[];
  readonly flags: readonly RollOutFlag[];
}

/**
 * A roll-out table checked against its own arithmetic, with another source's figures beside.
 *
 * For: table 1 of the report. Nothing is mended: what is printed stays, what does not add up is flagged.
 * Formula: each cumulative figure against the sum of the rows up to it; the other source agrees where its number
 * is one of the row's two.
 * @param rows as printed, in order
 * @param others the other source's figures, by the name of the row
 * @returns rows with the sums and the other figures, and every cumulative figure that is not the sum
 * Errors: none. Source: outcome definitions, section 15.
 * Checked: the 2025 table flags 145 against 147 and nothing else; no year agrees with the other source.
 */
export function rollOutCheck(
  rows: readonly RollOutRow[] = publishedRollOut,
  others: readonly OtherRollOutFigure[] = otherRollOut,
): RollOutCheck {
  let servicesAdded = 0;
  let localAuthoritiesAdded = 0;
  const checked = rows.map((printed): CheckedRollOutRow => {
    servicesAdded += printed.services;
    localAuthoritiesAdded += printed.localAuthorities;
    const other = others.find(({ group }) => group === printed.group);
    const agrees = other?.joined === printed.services || other?.joined === printed.localAuthorities;
    return {
      printed,
      servicesAdded,
      localAuthoritiesAdded,
      other: other === undefined ? null : { ...other, agrees },
    };
  });
  return {
    rows: checked,
    flags: checked.flatMap((row) => [
      ...flagged(row, 'cumulativeServices', row.servicesAdded),
      ...flagged(row, 'cumulativeLocalAuthorities', row.localAuthoritiesAdded),
    ]),
  };
}

function flagged(
  { printed }: CheckedRollOutRow,
  column: RollOutFlag['column'],
  added: number,
): RollOutFlag[] {
  return printed[column] === added
    ? []
    : [{ group: printed.group, column, printed: printed[column], added }];
}
