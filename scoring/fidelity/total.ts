import type { FidelityScale, ScaleBand, ScaleSection } from './scale-types.ts';

export type ItemScores = Readonly<Record<number, number | null | undefined>>;

export interface SectionTotal {
  key: string;
  title: string;
  /** Sum of the scores given so far in this section. */
  total: number;
  itemsScored: number;
  items: number;
}

export interface CompleteFidelityTotal {
  status: 'complete';
  total: number;
  band: ScaleBand;
  sections: SectionTotal[];
  itemsScored: number;
  items: number;
}

export interface IncompleteFidelityTotal {
  status: 'incomplete';
  itemsScored: number;
  items: number;
  itemsMissing: number[];
  /** The total if every missing item scored 1. */
  lowestTotal: number;
  /** The total if every missing item scored 5. */
  highestTotal: number;
  lowestBand: ScaleBand;
  highestBand: ScaleBand;
  sections: SectionTotal[];
}

export type FidelityTotal = CompleteFidelityTotal | IncompleteFidelityTotal;

function requireScores(scale: FidelityScale, scores: ItemScores): void {
  for (const [key, score] of Object.entries(scores)) {
    if (!scale.items.some((item) => String(item.number) === key)) {
      throw new RangeError(`fidelityTotal: scale ${scale.id} has no item ${key}`);
    }
    if (score != null && !(Number.isInteger(score) && score >= 1 && score <= 5)) {
      throw new RangeError(
        `fidelityTotal: the score of item ${key} must be a whole number from 1 to 5, not ${score}`,
      );
    }
  }
}

function sectionTotal(section: ScaleSection, scores: ItemScores): SectionTotal {
  const given = section.itemNumbers.flatMap((number) => scores[number] ?? []);
  return {
    key: section.key,
    title: section.title,
    total: given.reduce((sum, score) => sum + score, 0),
    itemsScored: given.length,
    items: section.itemNumbers.length,
  };
}

/**
 * The named band of a total.
 *
 * For: words beside a total, also one copied from an older report.
 * @param scale scale version
 * @param total whole number, 25 to 125
 * @returns the band, both of whose ends are included
 * @throws RangeError when no band of the scale holds the total
 * Formula: from <= total <= to. Source: the scale of 7 January 2008: 115 to 125 exemplary, 100 to 114
 * good, 74 to 99 fair, 73 and below not IPS. Checked: both sides of every edge.
 */
export function fidelityBand(scale: FidelityScale, total: number): ScaleBand {
  const band = Number.isInteger(total)
    ? scale.bands.find(({ from, to }) => from <= total && total <= to)
    : undefined;
  if (band === undefined) {
    throw new RangeError(
      `fidelityBand: no band of scale ${scale.id} holds a total of ${total}; it must be a whole number inside the bands`,
    );
  }
  return band;
}

/**
 * The total of a review, or the range it can still take while items are open.
 *
 * For: score tables, "x of 25 scored", the band of a review. An open review is never pro-rated.
 * Formula: complete, the sum of all item scores. Incomplete, lowest = sum so far + 1 for each missing
 * item, highest = sum so far + 5 for each.
 * @param scale scale version
 * @param scores item number to whole score 1 to 5; null, undefined or left out where not scored yet
 * @returns plain totals by section with the band, or the open range with both bands
 * @throws RangeError naming the item for a score that is not whole from 1 to 5, or an item the scale has not
 * Source: the scale of 7 January 2008. Checked: edges 73/74, 99/100, 114/115, and random partial reviews
 * against every way of filling them.
 */
export function fidelityTotal(scale: FidelityScale, scores: ItemScores): FidelityTotal {
  requireScores(scale, scores);
  const sections = scale.sections.map((section) => sectionTotal(section, scores));
  const sum = sections.reduce((total, section) => total + section.total, 0);
  const items = scale.items.length;
  const itemsMissing = scale.items
    .map((item) => item.number)
    .filter((number) => scores[number] == null);
  const itemsScored = items - itemsMissing.length;
  if (itemsMissing.length === 0) {
    const band = fidelityBand(scale, sum);
    return { status: 'complete', total: sum, band, sections, itemsScored, items };
  }
  const lowestTotal = sum + itemsMissing.length;
  const highestTotal = sum + 5 * itemsMissing.length;
  return {
    status: 'incomplete',
    itemsScored,
    items,
    itemsMissing,
    lowestTotal,
    highestTotal,
    lowestBand: fidelityBand(scale, lowestTotal),
    highestBand: fidelityBand(scale, highestTotal),
    sections,
  };
}
