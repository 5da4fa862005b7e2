import { rowGeometry, rowRange } from './row-geometry.ts';
import type { RowGeometry } from './row-geometry.ts';
import { formatValue, logScale, ratioDomain, ratioTicks } from './scale.ts';
import type { Interval } from './scale.ts';

export interface OddsRatioRow {
  key: string;
  label: string;
  /** The input the row belongs to; rows of one input stand under its heading. */
  group?: string | undefined;
  /** null where the ratio cannot be estimated; `text` then says so. */
  oddsRatio: number | null;
  low?: number | undefined;
  high?: number | undefined;
  text?: string | undefined;
  /** The category the others are compared with: hollow, at 1. */
  isReference?: boolean | undefined;
  highlighted?: boolean | undefined;
}

/** Several plots of one model share an axis, so that they can be compared: then its span is given. */
export function oddsRatioGeometry(
  rows: readonly OddsRatioRow[],
  domain: Interval = ratioDomain(ratiosOf(rows)),
): RowGeometry {
  const scale = logScale(domain, rowRange);
  return rowGeometry(
    rows.map((row) => ({
      key: row.key,
      label: row.label,
      group: row.group,
      value: row.isReference ? 1 : row.oddsRatio,
      low: row.low,
      high: row.high,
      text: row.text ?? ratioText(row),
      shape: row.isReference ? 'hollow' : row.highlighted ? 'diamond' : 'dot',
    })),
    scale,
    ratioTicks(scale),
    { value: 1, label: 'No difference' },
  );
}

function ratiosOf(rows: readonly OddsRatioRow[]): number[] {
  return rows.flatMap((row) =>
    [row.oddsRatio, row.low, row.high].filter((value) => typeof value === 'number'),
  );
}

function ratioText({ oddsRatio, low, high, isReference }: OddsRatioRow): string {
  if (isReference) return 'Compared with';
  if (oddsRatio === null) return 'Not estimable';
  const shown = (ratio: number) => formatValue(ratio, 'number', 0.01);
  if (low === undefined || high === undefined) return shown(oddsRatio);
  return `${shown(oddsRatio)} (${shown(low)} to ${shown(high)})`;
}
