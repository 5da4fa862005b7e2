import { rowGeometry, rowRange } from './row-geometry.ts';
import type { RowGeometry } from './row-geometry.ts';
import { axisDomain, formatValue, linearScale, linearTicks } from './scale.ts';
import type { ChartAxis, ChartFormat } from './scale.ts';

export interface DotPlotRow {
  key: string;
  label: string;
  group?: string | undefined;
  /** null where there is no figure to draw; `text` then says why. */
  value: number | null;
  low?: number | undefined;
  high?: number | undefined;
  /** The figure in words; made from value and interval when absent. */
  text?: string | undefined;
  highlighted?: boolean | undefined;
}

export interface DotPlotInput {
  rows: readonly DotPlotRow[];
  axis: ChartAxis;
  reference?: { value: number; label: string } | undefined;
}

export function dotPlotGeometry({ rows, axis, reference }: DotPlotInput): RowGeometry {
  const values = rows.flatMap((row) =>
    row.value === null ? [] : [row.value, row.low ?? row.value, row.high ?? row.value],
  );
  const domain = axisDomain(reference ? [...values, reference.value] : values, axis);
  const scale = linearScale(domain, rowRange);
  return rowGeometry(
    rows.map((row) => ({
      ...row,
      text: row.text ?? intervalText(row, axis.format),
      shape: row.highlighted ? 'diamond' : 'dot',
    })),
    scale,
    linearTicks(scale, 5, axis.format),
    reference,
  );
}

function intervalText({ value, low, high }: DotPlotRow, format?: ChartFormat): string {
  if (value === null) return 'No figure';
  const step = format === 'percent' ? 0.01 : 0.1;
  const shown = (figure: number) => formatValue(figure, format, step);
  if (low === undefined || high === undefined) return shown(value);
  return `${shown(value)} (${shown(low)} to ${shown(high)})`;
}
