import type { BandRule } from '#scoring/fidelity/scale-types.ts';

/**
 * What the measured number is, in words that read with its unit: some labels go on from the number ("… % of employer
 * contacts"), others name it.
 */
export function measuredLabelWords({ measuredLabel, unit }: BandRule): string {
  if (/^(of|from) /.test(measuredLabel)) return `… ${unit.suffix.trim()} ${measuredLabel}`;
  return measuredLabel.charAt(0).toUpperCase() + measuredLabel.slice(1);
}
