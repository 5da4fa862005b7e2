import { describe, expect, it } from 'vitest';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import type {
  BandRule,
  CountRule,
  FidelityScale,
  ItemScore,
  ScaleItem,
} from '#scoring/fidelity/scale-types.ts';
import { scaleProblems } from '#scoring/fidelity/validate-scale.ts';

function changed(change: (scale: FidelityScale) => void): string[] {
  const scale = structuredClone(fidelityScale2008);
  change(scale);
  return scaleProblems(scale);
}

const itemOf = (scale: FidelityScale, number: number): ScaleItem => scale.items[number - 1]!;
const band = (scale: FidelityScale, number: number) => itemOf(scale, number).rule as BandRule;
const count = (scale: FidelityScale, number: number) => itemOf(scale, number).rule as CountRule;

describe('scaleProblems', () => {
  it('finds nothing in the scale of 2008', () => {
    expect(scaleProblems(fidelityScale2008)).toEqual([]);
  });

  const cases: [string, (scale: FidelityScale) => void, RegExp][] = [
    ['an item left out', (scale) => void scale.items.pop(), /scale: must have 25 items, not 24/],
    [
      'a missing number',
      (scale) => void scale.items.pop(),
      /item 25: must appear once, not 0 times/,
    ],
    [
      'a number given twice',
      (scale) => (itemOf(scale, 2).number = 1),
      /item 1: must appear once, not 2 times/,
    ],
    [
      'a number out of range',
      (scale) => (itemOf(scale, 25).number = 26),
      /item 26: the number must be whole, from 1 to 25/,
    ],
    [
      'a key given twice',
      (scale) => (itemOf(scale, 2).key = 'caseload-size'),
      /item 2: must have a key of its own, not "caseload-size"/,
    ],
    [
      'four anchors',
      (scale) => void itemOf(scale, 9).anchors.pop(),
      /item 9: must have five anchors, for scores 1 to 5 in order/,
    ],
    [
      'anchors out of order',
      (scale) => void itemOf(scale, 9).anchors.reverse(),
      /item 9: must have five anchors, for scores 1 to 5 in order/,
    ],
    [
      'an empty anchor',
      (scale) => (itemOf(scale, 9).anchors[2]!.text = ' '),
      /item 9: the anchor of score 3 must have a text/,
    ],
    ['no title', (scale) => (itemOf(scale, 4).title = ''), /item 4: must have a title/],
    [
      'no source',
      (scale) => (itemOf(scale, 4).sources = []),
      /item 4: must name at least one source of evidence/,
    ],
    [
      'an unknown source',
      (scale) => (itemOf(scale, 4).sources = ['XYZ' as 'MIS']),
      /item 4: has an unknown source "XYZ"/,
    ],
    [
      'an item in no section',
      (scale) => void scale.sections[2]!.itemNumbers.pop(),
      /item 25: must be listed once in one section, not 0 times/,
    ],
    [
      'an item in two sections',
      (scale) => void scale.sections[0]!.itemNumbers.push(4),
      /item 4: must be listed once in one section, not 2 times/,
    ],
    [
      'an item that says another section',
      (scale) => (itemOf(scale, 4).section = 'staffing'),
      /item 4: says section "staffing" but is listed in "organisation"/,
    ],
    [
      'a section with an item that is none',
      (scale) => void scale.sections[0]!.itemNumbers.push(26),
      /section staffing: lists item 26, which the scale does not have/,
    ],
    [
      'a gap between bands',
      (scale) => (scale.bands[1]!.from = 101),
      /band good: must start at 100, so that no total is left out or held twice/,
    ],
    [
      'bands that overlap',
      (scale) => (scale.bands[1]!.to = 115),
      /band exemplary: must start at 116/,
    ],
    ['bands that end early', (scale) => (scale.bands[0]!.to = 124), /the bands must end at 125/],
    [
      'bands that start late',
      (scale) => (scale.bands[3]!.from = 26),
      /band not-ips: must start at 25/,
    ],
    [
      'thresholds out of order',
      (scale) => (band(scale, 1).thresholds[1]!.limit = 20),
      /item 1: the limit of score 4 must be above that of score 5/,
    ],
    [
      'thresholds out of order, higher is better',
      (scale) => (band(scale, 19).thresholds[2]!.limit = 70),
      /item 19: the limit of score 3 must be below that of score 4/,
    ],
    [
      'a score skipped by the thresholds',
      (scale) => void band(scale, 19).thresholds.splice(1, 1),
      /item 19: thresholds must go down one score at a time, not from 5 to 3/,
    ],
    [
      'thresholds that do not reach down',
      (scale) => void band(scale, 19).thresholds.pop(),
      /item 19: the last threshold must be one above the score otherwise given/,
    ],
    [
      'thresholds that do not begin at 5',
      (scale) => void band(scale, 19).thresholds.shift(),
      /item 19: the first threshold must be that of score 5/,
    ],
    [
      'no thresholds',
      (scale) => (band(scale, 19).thresholds = []),
      /item 19: a band must have at least one threshold/,
    ],
    [
      'a limit above 100%',
      (scale) => (band(scale, 19).thresholds[0]!.limit = 101),
      /item 19: the limit of score 5 must be a number the measure can reach/,
    ],
    [
      'a least number that is none',
      (scale) => (band(scale, 19).leastCases!.least = 0),
      /item 19: the least number of cases must be a whole number from 1/,
    ],
    [
      'a full number of job seekers that is none',
      (scale) => (band(scale, 17).fullFromJobSeekers = 0),
      /item 17: the full number of people looking for work must be a whole number from 1/,
    ],
    [
      'a component without a score',
      (scale) => void count(scale, 5).scoreByCount.pop(),
      /item 5: 5 components need 6 scores by count, not 5/,
    ],
    [
      'scores by count that go down',
      (scale) => (count(scale, 5).scoreByCount = [1, 3, 2, 3, 4, 5]),
      /item 5: scores by count must never go down/,
    ],
    [
      'scores by count that never reach 5',
      (scale) => (count(scale, 5).scoreByCount = [1, 1, 2, 3, 4, 4]),
      /item 5: scores by count must run from 1 to 5/,
    ],
    [
      'a component given twice',
      (scale) => (count(scale, 5).components[1]!.key = 'weekly-meetings'),
      /item 5: component "weekly-meetings" must appear once/,
    ],
    [
      'a condition with a score that is none',
      (scale) => (band(scale, 15).conditions[0]!.score = 6 as ItemScore),
      /item 15: condition "service-tracks" must name a whole score from 1 to 5/,
    ],
    [
      'a condition held by one that is none',
      (scale) => (band(scale, 15).conditions[0]!.heldBy = ['other']),
      /item 15: condition "service-tracks" must be held by another condition, not "other"/,
    ],
    [
      'a rule of another kind',
      (scale) => (itemOf(scale, 5).kind = 'level'),
      /item 5: an item of kind level cannot have a rule of kind count/,
    ],
    [
      'a level-and-band item without levels',
      (scale) => (band(scale, 4).conditions = []),
      /item 4: an item of kind level-and-band must have a condition that sets the score/,
    ],
  ];

  it.each(cases)('finds %s', (_, change, expected) => {
    expect(changed(change).join('\n')).toMatch(expected);
  });
});
