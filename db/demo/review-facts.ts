import { itemProposal, type ItemFacts } from '#scoring/fidelity/proposal.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';
import type { BandRule, CountRule, ItemRule } from '#scoring/fidelity/scale-types.ts';

import { shuffled, type SeededRandom } from './draw.ts';

export interface RecordedFacts {
  facts: ItemFacts;
  proposedScore: number | null;
}

/** A number inside the band of the score, at one decimal. */
function measuredFor(random: SeededRandom, rule: BandRule, score: number): number {
  const limitOf = (wanted: number) => rule.thresholds.find((each) => each.score === wanted)?.limit;
  const own = limitOf(score);
  const next = limitOf(score + 1);
  const least = rule.thresholds.at(-1)?.limit ?? 0;
  const share = 0.15 + 0.7 * random.uniform();
  if (rule.better === 'higher') {
    const low = own ?? 0.6 * least;
    const high = own === undefined ? least : (next ?? rule.unit.largest ?? low * 1.5);
    return Math.round((low + share * (high - low)) * 10) / 10;
  }
  const high = own ?? 1.3 * least;
  const low = own === undefined ? least : (next ?? 0.6 * high);
  return Math.round((high - share * (high - low)) * 10) / 10;
}

function componentsFor(random: SeededRandom, rule: CountRule, score: number): string[] {
  const count = rule.scoreByCount.findLastIndex((each) => each === score);
  return shuffled(
    random,
    rule.components.map(({ key }) => key),
  ).slice(0, Math.max(0, count));
}

function factsFor(random: SeededRandom, rule: ItemRule, score: number): ItemFacts {
  const conditions = Object.fromEntries(
    rule.conditions.map(({ key, when }) => [key, when === 'absent']),
  );
  if (rule.kind === 'count') return { components: componentsFor(random, rule, score), conditions };
  if (rule.kind === 'level') return { state: score, conditions };
  return {
    measured: measuredFor(random, rule, score),
    conditions,
    ...(rule.leastCases === null ? {} : { cases: rule.leastCases.least + 3 + random.integer(12) }),
    ...(rule.fullFromJobSeekers === null ? {} : { jobSeekers: 20 + random.integer(40) }),
  };
}

/** Facts under which the item's rule proposes the score, with what it does propose. */
export function recordedFacts(
  random: SeededRandom,
  itemNumber: number,
  score: number,
): RecordedFacts {
  const { rule } = getScaleItem(fidelityScale2008, itemNumber);
  const facts = factsFor(random, rule, score);
  const proposal = itemProposal(fidelityScale2008, itemNumber, facts);
  return { facts, proposedScore: proposal.status === 'proposed' ? proposal.score : null };
}
