import type { DisclosurePolicy, Viewer } from '#scoring/disclosure/disclosure-policy.ts';
import { countFor } from '#scoring/disclosure/figure-for.ts';
import type { ItemFacts } from '#scoring/fidelity/proposal.ts';
import type {
  BandRule,
  CountRule,
  EvidenceSource,
  ScaleItem,
} from '#scoring/fidelity/scale-types.ts';

import type { AnswerWords } from '../conflict.ts';

export const sourceNames: Record<EvidenceSource, string> = {
  MIS: 'Management information',
  DOC: 'Documents',
  INT: 'Interviews',
  OBS: 'Observation',
  ISP: 'Client’s employment plan',
};

export interface AnsweredItem {
  score: number | null;
  reason: string;
  facts: ItemFacts;
  proposedScore: number | null;
  adaptationReason: string | null;
  evidence: readonly { source: EvidenceSource; note: string }[];
}

/** Who reads: counts of people among the answers are protected for all but the team and its open review. */
export interface PeopleReader {
  viewer: Viewer;
  policy: DisclosurePolicy;
}

type Answer = AnswerWords[number];

/** Everything recorded about an item in words, the same lines in the same order for every record of the item. */
export function itemAnswers(item: ScaleItem, entry: AnsweredItem, reader: PeopleReader): Answer[] {
  return [
    { label: 'Score', text: entry.score === null ? '' : String(entry.score) },
    {
      label: 'Proposed by the rule',
      text: entry.proposedScore === null ? '' : String(entry.proposedScore),
    },
    { label: 'Reason', text: entry.reason },
    ...factAnswers(item, entry.facts, reader),
    ...item.sources.map((source) => ({
      label: `Evidence: ${sourceNames[source].toLowerCase()}`,
      text: entry.evidence.find((note) => note.source === source)?.note ?? '',
    })),
    { label: 'Adaptation applied', text: entry.adaptationReason ?? '' },
  ];
}

/** The facts that a rule uses, in words. */
export function factAnswers({ rule }: ScaleItem, facts: ItemFacts, reader: PeopleReader): Answer[] {
  const conditions = rule.conditions.map(({ key, label }) => ({
    label,
    text: facts.conditions?.[key] === true ? 'Yes' : '',
  }));
  if (rule.kind === 'count') return [...componentAnswers(rule, facts), ...conditions];
  if (rule.kind === 'band') return [...measuredAnswers(rule, facts, reader), ...conditions];
  const each = (facts.perSpecialist ?? []).join(', ');
  return [
    ...(rule.perSpecialist ? [{ label: 'Score of each specialist', text: each }] : []),
    ...conditions,
  ];
}

function componentAnswers(
  { components, notApplicableCounts }: CountRule,
  facts: ItemFacts,
): Answer[] {
  const labelOf = (key: string) => components.find((part) => part.key === key)?.label ?? key;
  const inPlace = facts.components?.map((key) => labelOf(key)) ?? [];
  const reasons = Object.entries(facts.notApplicable ?? {});
  return [
    {
      label: 'In place',
      text: facts.components?.length === 0 ? 'None of the parts' : inPlace.join('; '),
    },
    ...(notApplicableCounts
      ? [
          {
            label: 'Cannot apply',
            text: reasons.map(([key, reason]) => `${labelOf(key)}: ${reason}`).join('; '),
          },
        ]
      : []),
  ];
}

function measuredAnswers(rule: BandRule, facts: ItemFacts, reader: PeopleReader): Answer[] {
  const { suffix } = rule.unit;
  const people = (count: number | undefined) =>
    count === undefined ? '' : countFor(reader.viewer, count, reader.policy).text;
  const number = (value: number) => `${value}${suffix}`;
  const answers: Answer[] = [];
  if (rule.perSpecialist) {
    const text = (facts.perSpecialist ?? []).map(number).join(', ');
    answers.push({ label: `${rule.measuredLabel}, each specialist`, text });
  }
  if (rule.perSpecialist && rule.fullFromJobSeekers !== null) {
    // For others the list stays out: parts of a whole that is shown.
    const each = reader.viewer === 'own-team' ? (facts.jobSeekersPerSpecialist ?? []) : [];
    answers.push({ label: 'Looking for work with each specialist', text: each.join(', ') });
  }
  answers.push({
    label: rule.measuredLabel,
    text: facts.measured === undefined ? '' : measuredWords(rule, facts, reader),
  });
  if (rule.leastCases !== null) {
    const { label } = rule.leastCases;
    answers.push({ label: `Number of ${label}`, text: people(facts.cases) });
  }
  if (rule.fullFromJobSeekers !== null) {
    answers.push({ label: 'People looking for work', text: people(facts.jobSeekers) });
  }
  if (rule.saysContactsBasis) {
    const text = facts.contactsBasis === undefined ? '' : contactsBasisNames[facts.contactsBasis];
    answers.push({ label: 'Contacts counted', text });
  }
  return answers;
}

/** A share of job starts is as small as their number; with decimals it would give a rounded number away. */
function measuredWords(
  { leastCases, unit }: BandRule,
  { measured = 0, cases }: ItemFacts,
  { viewer, policy }: PeopleReader,
): string {
  if (leastCases === null || viewer === 'own-team') return `${measured}${unit.suffix}`;
  const isShown = cases !== undefined && countFor(viewer, cases, policy).shown !== null;
  return isShown ? `${Math.round(measured)}${unit.suffix}` : '*';
}

export const contactsBasisNames = {
  all: 'For a particular client and for clients in general',
  particular: 'Only for a particular client',
} as const;
