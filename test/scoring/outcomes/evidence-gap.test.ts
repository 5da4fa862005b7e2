import { describe, expect, it } from 'vitest';

import {
  evidenceGap,
  publishedEvidence,
  publishedEvidenceGaps,
} from '#scoring/outcomes/evidence-gap.ts';
import via from '#test/reference/via-evaluation.json' with { type: 'json' };

const percent = (rate: number | null | undefined) =>
  rate === null || rate === undefined ? null : Math.round(1000 * rate) / 10;

describe('evidenceGap', () => {
  it('stands beside what the evaluation prints', () => {
    expect(publishedEvidence.starts).toEqual({
      evidenced: via.jobEntryPct / 100,
      adjusted: via.jobEntryAllowingForEvidenceGapPct / 100,
    });
    const { evidencedPct, allowingForEvidenceGapPct } = via.sustained13Weeks;
    expect(publishedEvidence['sustained-13-weeks']).toEqual({
      evidenced: evidencedPct / 100,
      adjusted: allowingForEvidenceGapPct / 100,
    });
  });

  it('adds 5% of the evidenced starts: 215 of 718 is 29.9%, or 31.4%', () => {
    const { evidenced, variants } = evidenceGap(215, via.clients, publishedEvidenceGaps.starts);
    expect(percent(evidenced.value)).toBe(29.9);
    expect(percent(variants[0]!.adjusted)).toBe(31.4);
    expect(Math.round(100 * variants[0]!.adjusted!)).toBe(via.jobEntryAllowingForEvidenceGapPct);
    expect(variants[0]!.atLowGap).toBe(variants[0]!.atHighGap);
  });

  it('gives both readings of the gap in sustained jobs, by name, evidenced beside', () => {
    const sustained = evidenceGap(48, 100, publishedEvidenceGaps['sustained-13-weeks']);
    expect(sustained.evidenced).toMatchObject({ numerator: 48, denominator: 100, value: 0.48 });
    const [evaluation, contract] = sustained.variants;
    expect(evaluation!.name).toContain('evaluation');
    expect(contract!.name).toContain('contract');
    expect(
      [evaluation!.adjusted, evaluation!.atLowGap, evaluation!.atHighGap].map(percent),
    ).toEqual([56.4, 55.2, 57.6]);
    expect([contract!.adjusted, contract!.atLowGap, contract!.atHighGap].map(percent)).toEqual([
      58.2, 56.5, 60,
    ]);
  });

  it('has the published gaps', () => {
    expect(publishedEvidenceGaps.starts.low).toBe(via.jobStartEvidenceGapPct / 100);
    const { gapLowPct, gapHighPct } = via.sustained13Weeks;
    expect(publishedEvidenceGaps['sustained-13-weeks']).toEqual({
      low: gapLowPct / 100,
      high: gapHighPct / 100,
    });
  });

  it('holds a rate to 1 and says so', () => {
    const { variants } = evidenceGap(95, 100, { low: 0, high: 0.2 });
    expect(
      variants.map(({ adjusted, atLowGap, atHighGap }) => [adjusted, atLowGap, atHighGap]),
    ).toEqual([
      [1, 0.95, 1],
      [1, 0.95, 1],
    ]);
    expect(variants.map(({ isCapped }) => isCapped)).toEqual([true, true]);
    expect(evidenceGap(48, 100, { low: 0, high: 0.2 }).variants[0]!.isCapped).toBe(false);
  });

  it('has no rate of nobody', () => {
    const { evidenced, variants } = evidenceGap(0, 0, publishedEvidenceGaps.starts);
    expect(evidenced.status).toBe('none');
    expect(variants[0]).toMatchObject({ adjusted: null, atLowGap: null, isCapped: false });
  });

  it.each([
    [5, 4, { low: 0, high: 0 }],
    [-1, 4, { low: 0, high: 0 }],
    [1.5, 4, { low: 0, high: 0 }],
    [1, 4, { low: 0.2, high: 0.1 }],
    [1, 4, { low: 0, high: 1 }],
    [1, 4, { low: -0.1, high: 0.1 }],
  ])('refuses %i of %i with a gap of %o', (evidenced, of, gap) => {
    expect(() => evidenceGap(evidenced, of, gap)).toThrow(/evidenceGap/);
  });
});
