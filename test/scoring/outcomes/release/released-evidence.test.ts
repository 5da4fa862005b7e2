import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { longerHoursOf } from '#scoring/outcomes/longer-hours.ts';
import { releasedEvidence, releasedHours } from '#scoring/outcomes/release/released-evidence.ts';

describe('releasedEvidence', () => {
  it('adjusts the rounded figures under both names, and leaves the evidenced beside', () => {
    const counts = { clients: 718, started: 215, sustained: 103 };
    const [starts, held] = releasedEvidence(counts, policy);
    expect(starts!.evidenced).toMatchObject({ count: 215, base: 720, value: 215 / 720 });
    // The evaluation's 29.9% and 31.4%.
    expect(starts!.variants[0]!.adjusted).toBeCloseTo(0.3135, 4);
    expect(held!.evidenced).toMatchObject({ count: 105, base: 215 });
    const [ofEvidenced, ofAchieved] = held!.variants;
    expect(ofEvidenced!.adjusted).toBeCloseTo((105 / 215) * 1.175, 12);
    expect(ofEvidenced!.atHighGap).toBeCloseTo((105 / 215) * 1.2, 12);
    expect(ofAchieved!.adjusted).toBeCloseTo(105 / 215 / 0.825, 12);
  });

  it('says whether a published share lies within what the rounding leaves open', () => {
    // The demonstration's 102 of 213 are 47.9%, printed as 48%; shown are 100 of 215, 46.5%, which 98 of 217 to 102 of 213 may be.
    const [starts, held] = releasedEvidence({ clients: 718, started: 213, sustained: 102 }, policy);
    expect(starts!.open).toEqual({ low: 213 / 722, high: 217 / 718 });
    expect(held!.open).toEqual({ low: 98 / 217, high: 102 / 213 });
    expect(starts!.published).toEqual({
      evidenced: { value: 0.3, isOpen: true },
      adjusted: { value: 0.31, isOpen: true },
    });
    expect(held!.published).toEqual({
      evidenced: { value: 0.48, isOpen: true },
      adjusted: { value: 0.56, isOpen: true },
    });
    const [, fewer] = releasedEvidence({ clients: 718, started: 213, sustained: 97 }, policy);
    expect(fewer!.published.evidenced.isOpen).toBe(false);
    const [, all] = releasedEvidence({ clients: 718, started: 215, sustained: 215 }, policy);
    expect([all!.open, all!.published.adjusted.isOpen]).toEqual([{ low: 1, high: 1 }, false]);
  });

  it('leaves the exact share open, whatever the counts', () => {
    // Shown are 205 of 215: 207 of 215 is the most that leaves eight without the outcome.
    const [most] = releasedEvidence({ clients: 215, started: 207, sustained: 100 }, policy);
    expect(most!.open).toEqual({ low: 203 / 217, high: 207 / 215 });
    const count = fc.nat({ max: 260 });
    const policies = fc.record({
      base: fc.integer({ min: 1, max: 12 }),
      smallestShown: fc.constantFrom(6, 8),
    });
    fc.assert(
      fc.property(count, count, count, policies, (sustained, notHeld, others, changes) => {
        const started = sustained + notHeld;
        const clients = started + others;
        const [starts, held] = releasedEvidence(
          { clients, started, sustained },
          { ...policy, ...changes },
        );
        for (const [{ evidenced, open }, share] of [
          [starts!, started / clients],
          [held!, sustained / started],
        ] as const) {
          expect(open !== null).toBe(evidenced.status === 'shown');
          if (open === null) continue;
          expect(share).toBeGreaterThanOrEqual(open.low);
          expect(share).toBeLessThanOrEqual(open.high);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('hides what is about few, and a base that the first share hides', () => {
    const few = releasedEvidence({ clients: 60, started: 5, sustained: 0 }, policy);
    expect(few.map(({ evidenced, variants }) => [evidenced.status, variants])).toEqual([
      ['hidden', []],
      ['hidden', []],
    ]);
    const most = releasedEvidence({ clients: 60, started: 57, sustained: 20 }, policy);
    expect(most.map(({ evidenced }) => evidenced.status)).toEqual(['hidden', 'hidden']);
    const held = releasedEvidence({ clients: 60, started: 30, sustained: 7 }, policy);
    expect(held.map(({ evidenced }) => evidenced.status)).toEqual(['shown', 'hidden']);
    const nobody = releasedEvidence({ clients: 0, started: 0, sustained: 0 }, policy);
    expect(nobody.map(({ evidenced }) => evidenced.status)).toEqual(['none', 'none']);
    expect([...few, ...nobody].map(({ open }) => open)).toEqual([null, null, null, null]);
  });

  it('says the same of all counts that round alike', () => {
    const near = fc.integer({ min: 8, max: 400 });
    fc.assert(
      fc.property(near, near, near, (sustained, notHeld, others) => {
        const round = (count: number) => 5 * Math.floor((count + 2.5) / 5);
        const started = sustained + notHeld;
        const counts = { clients: started + others, started, sustained };
        const alike = {
          clients: round(counts.clients),
          started: round(started),
          sustained: round(sustained),
        };
        fc.pre(alike.started - alike.sustained >= 8 && alike.clients - alike.started >= 8);
        expect(releasedEvidence(counts, policy)).toEqual(releasedEvidence(alike, policy));
      }),
    );
  });
});

describe('releasedHours', () => {
  const jobs = (longer: number, shorter: number, unknown: number) =>
    longerHoursOf([
      ...Array.from({ length: longer }, () => 20),
      ...Array.from({ length: shorter }, () => 10),
      ...Array.from({ length: unknown }, () => null),
    ]);

  it('rounds jobs as people', () => {
    const { share, notRecorded } = releasedHours(jobs(61, 22, 11), policy);
    expect(share).toMatchObject({ count: 60, base: 85, value: 60 / 85 });
    expect(notRecorded).toBe(10);
  });

  it('hides a few of either', () => {
    const { share, notRecorded } = releasedHours(jobs(61, 3, 2), policy);
    expect([share.status, notRecorded]).toEqual(['hidden', null]);
  });
});
