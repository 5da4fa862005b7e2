import { pWords } from '#app/relations/figure-words.ts';
import type {
  OutcomesRelease,
  ReleasedGroup,
  ReleasedTable,
} from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedComparison } from '#scoring/outcomes/release/released-comparisons.ts';
import { rollOutCheck } from '#scoring/outcomes/roll-out.ts';
import {
  getOutcomeMeasure,
  outcomeBases,
  type OutcomeKey,
} from '#scoring/outcomes/tables/outcome-measures.ts';

import { groupNames, linkageCautions, smallNumbersInJson } from './outcomes-words.ts';
import type { RoundFigures } from './release-tables/round-release.ts';

const methodOf = ({ countsRoundedTo }: OutcomesRelease) =>
  [
    'Shares: Wilson intervals from rounded counts; from 100 clients on whole percents of unrounded counts.',
    'Means: t intervals.',
    'p to three decimals, with its words beside it: 0 stands for below 0.001.',
    smallNumbersInJson(countsRoundedTo),
    ...linkageCautions,
  ].join(' ');

/** A p of 0 is rounded: its words say so, as on the page. */
function withWords(compared: readonly ReleasedComparison[]) {
  return compared.map((one) => ({
    ...one,
    pInWords: pWords(one.p),
    adjustedPInWords: pWords(one.adjustedP),
  }));
}

function tableWithWords(table: ReleasedTable) {
  return {
    ...table,
    rest: withWords(table.rest),
    pairs: withWords(table.pairs),
    references: table.references.map(({ reference, comparisons }) => ({
      reference,
      comparisons: withWords(comparisons),
    })),
  };
}

/** Figures, comparisons and findings of a round with their method, for programs; of one outcome, or of all. */
export function outcomesJson(figures: RoundFigures, only: OutcomeKey | null) {
  const { name, linkageDate, release, evidence, isDemo } = figures;
  const { groups, ...head } = release;
  const group = (released: ReleasedGroup) => {
    const { description, outcomes, firstJobs, trial } = released;
    const firstJobsByGroup = released.firstJobsByGroup.map(({ test, ...one }) => ({
      ...one,
      test: test && { ...test, pInWords: pWords(test.p) },
    }));
    const chosen = outcomes
      .filter(({ outcome }) => only === null || outcome === only)
      .map((one) => {
        const measure = getOutcomeMeasure(one.outcome);
        return {
          name: measure.name,
          base: outcomeBases[measure.base],
          ...one,
          tables: one.tables.map(tableWithWords),
        };
      });
    return only === null
      ? { description, outcomes: chosen, firstJobs, firstJobsByGroup, trial }
      : { outcomes: chosen };
  };
  return {
    title: 'Employment outcomes',
    note: isDemo ? 'Demonstration: synthetic' : null,
    round: name,
    linkageDate,
    method: methodOf(release),
    ...(only === null ? { ...head, evidence, rollOut: rollOutCheck() } : {}),
    groups: {
      full: { clients: groupNames.full, ...group(groups.full) },
      complete: { clients: groupNames.complete, ...group(groups.complete) },
    },
  };
}
