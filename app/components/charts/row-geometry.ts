import { diamond, dot, horizontalInterval, intervalOnAxis, square } from './paths.ts';
import { rounded } from './scale.ts';
import type { Scale, Tick } from './scale.ts';
import { wrapWords } from './wrap-words.ts';

/** A row of a dot plot or an odds ratio plot: its words above, its mark below on the shared axis. */
export interface PlotRow {
  key: string;
  label: string;
  /** Rows with the same group stand under its heading. */
  group?: string | undefined;
  /** null where there is no figure to draw: too few, or not estimable. */
  value: number | null;
  low?: number | undefined;
  high?: number | undefined;
  /** The figure in words, at the right of the label. */
  text: string;
  shape: 'dot' | 'diamond' | 'hollow';
}

export interface RowText {
  key: string;
  y: number;
  lines: string[];
  value: string;
  strong: boolean;
}

export interface RowGeometry {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  ticks: Tick[];
  rows: RowText[];
  headings: { y: number; text: string }[];
  /** Thin lines between the rows, as one path. */
  separators: string;
  intervals: string;
  dots: string;
  diamonds: string;
  hollows: string;
  /** The line to compare with is drawn beside the marks only, so that it never crosses words. */
  reference:
    { x: number; label: string; anchor: 'start' | 'middle' | 'end'; path: string } | undefined;
}

export const rowWidth = 400;
export const rowRange = [8, 392] as const;

/** Drawing units: text is set at up to 15.5, so a line takes 18. */
export const lineHeight = 18;
const above = 6;
const markZone = 22;
const axisHeight = 26;
const referenceHeight = 22;
const referenceReach = 8;

/** Characters that fit beside the figure at the largest text size. */
function labelRoom(text: string, strong: boolean): number {
  return Math.max(14, (strong ? 41 : 45) - text.length);
}

export function rowGeometry(
  rows: readonly PlotRow[],
  scale: Scale,
  ticks: Tick[],
  reference?: { value: number; label: string },
): RowGeometry {
  const top = reference ? referenceHeight : 4;
  let y = top;
  let group: string | undefined;
  const texts: RowText[] = [];
  const headings: { y: number; text: string }[] = [];
  const levels: number[] = [];
  const paths = { separators: '', intervals: '', dots: '', diamonds: '', hollows: '' };

  for (const row of rows) {
    if (row.group !== undefined && row.group !== group) {
      headings.push({ y: rounded(y + above + 14), text: row.group });
      y += above + lineHeight + 4;
    }
    group = row.group;
    const strong = row.shape === 'diamond';
    const lines = wrapWords(row.label, labelRoom(row.text, strong));
    texts.push({ key: row.key, y: rounded(y + above + 14), lines, value: row.text, strong });
    const level = y + above + Math.max(1, lines.length) * lineHeight + 8;
    drawRow(row, level, scale, paths);
    if (row.value !== null) levels.push(level);
    y = level + markZone - 8;
    paths.separators += `M${rowRange[0]} ${rounded(y)}H${rowRange[1]}`;
  }

  return {
    width: rowWidth,
    height: rounded(y + axisHeight),
    plot: { left: rowRange[0], right: rowRange[1], top, bottom: rounded(y) },
    ticks,
    rows: texts,
    headings,
    ...paths,
    reference: reference && placedReference(reference, scale, levels),
  };
}

function drawRow(
  row: PlotRow,
  level: number,
  scale: Scale,
  paths: { intervals: string; dots: string; diamonds: string; hollows: string },
): void {
  if (row.low !== undefined && row.high !== undefined) {
    const drawn = intervalOnAxis(row.low, row.high, scale);
    if (drawn) paths.intervals += horizontalInterval(drawn, level);
  }
  if (row.value === null || !Number.isFinite(row.value)) return;
  const [low = 0, high = 1] = scale.domain();
  // A value beyond the axis is told by its words and its arrow; a dot at the edge would be a wrong value.
  if (row.value < low || row.value > high) return;
  const at = { x: scale(row.value), y: level };
  if (row.shape === 'dot') paths.dots += dot(at);
  if (row.shape === 'diamond') paths.diamonds += diamond(at, 7);
  if (row.shape === 'hollow') paths.hollows += square(at, 4);
}

function placedReference(
  reference: { value: number; label: string },
  scale: Scale,
  levels: readonly number[],
) {
  const x = rounded(scale(reference.value));
  const third = (rowRange[1] - rowRange[0]) / 3;
  const anchor: 'start' | 'middle' | 'end' =
    x < rowRange[0] + third ? 'start' : x > rowRange[1] - third ? 'end' : 'middle';
  const path = levels
    .map((level) => `M${x} ${rounded(level - referenceReach)}v${referenceReach * 2}`)
    .join('');
  return { x, label: reference.label, anchor, path };
}
