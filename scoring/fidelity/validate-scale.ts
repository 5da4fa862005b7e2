import { ruleProblems } from './rule-problems.ts';
import { evidenceSources, type FidelityScale, type ScaleItem } from './scale-types.ts';

const itemCount = 25;

function itemNumberProblems(items: readonly ScaleItem[]): string[] {
  const problems =
    items.length === itemCount ? [] : [`scale: must have 25 items, not ${items.length}`];
  for (let number = 1; number <= itemCount; number += 1) {
    const count = items.filter((item) => item.number === number).length;
    if (count !== 1) problems.push(`item ${number}: must appear once, not ${count} times`);
  }
  for (const { number } of items) {
    if (!(Number.isInteger(number) && number >= 1 && number <= itemCount)) {
      problems.push(`item ${number}: the number must be whole, from 1 to 25`);
    }
  }
  const keys = items.map(({ key }) => key);
  for (const { number, key } of items) {
    if (key.trim() === '' || keys.indexOf(key) !== keys.lastIndexOf(key)) {
      problems.push(`item ${number}: must have a key of its own, not "${key}"`);
    }
  }
  return problems;
}

function anchorProblems({ anchors }: ScaleItem): string[] {
  const problems: string[] = [];
  if (anchors.map(({ score }) => score).join() !== '1,2,3,4,5') {
    problems.push('must have five anchors, for scores 1 to 5 in order');
  }
  for (const { score, text } of anchors) {
    if (text.trim() === '') problems.push(`the anchor of score ${score} must have a text`);
  }
  return problems;
}

function sourceProblems({ sources }: ScaleItem): string[] {
  const problems: string[] = [];
  if (sources.length === 0) problems.push('must name at least one source of evidence');
  for (const source of sources) {
    if (!evidenceSources.includes(source)) problems.push(`has an unknown source "${source}"`);
  }
  return problems;
}

function itemProblems(item: ScaleItem): string[] {
  const problems = [
    ...(item.title.trim() === '' ? ['must have a title'] : []),
    ...(item.definition.trim() === '' ? ['must have a definition'] : []),
    ...sourceProblems(item),
    ...anchorProblems(item),
    ...ruleProblems(item),
  ];
  return problems.map((problem) => `item ${item.number}: ${problem}`);
}

function sectionProblems({ sections, items }: FidelityScale): string[] {
  const problems: string[] = [];
  const sectionKeys = sections.map(({ key }) => key);
  for (const key of new Set(sectionKeys)) {
    if (sectionKeys.filter((other) => other === key).length > 1) {
      problems.push(`section ${key}: must appear once`);
    }
  }
  for (const { number, section } of items) {
    const holders = sections.flatMap(({ key, itemNumbers }) =>
      itemNumbers.filter((held) => held === number).map(() => key),
    );
    if (holders.length !== 1) {
      problems.push(
        `item ${number}: must be listed once in one section, not ${holders.length} times`,
      );
    } else if (holders[0] !== section) {
      problems.push(
        `item ${number}: says section "${section}" but is listed in "${holders[0] ?? ''}"`,
      );
    }
  }
  for (const { key, itemNumbers } of sections) {
    for (const number of itemNumbers) {
      if (!items.some((item) => item.number === number)) {
        problems.push(`section ${key}: lists item ${number}, which the scale does not have`);
      }
    }
  }
  return problems;
}

function bandProblems({ bands, items }: FidelityScale): string[] {
  const problems: string[] = [];
  const ordered = [...bands].sort((a, b) => a.from - b.from);
  const [lowest, highest] = [items.length, items.length * 5];
  let next = lowest;
  for (const { key, from, to } of ordered) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) {
      problems.push(`band ${key}: must run from a whole number up to a whole number`);
    } else if (from !== next) {
      problems.push(
        `band ${key}: must start at ${next}, so that no total is left out or held twice`,
      );
    }
    next = to + 1;
  }
  if (next !== highest + 1) problems.push(`scale: the bands must end at ${highest}`);
  if (new Set(bands.map(({ key }) => key)).size !== bands.length) {
    problems.push('scale: every band must have a key of its own');
  }
  return problems;
}

/**
 * What is wrong with a scale version, item by item.
 *
 * For: checking a corrected version before an administrator publishes it. The shape itself (fields and
 * their types) is checked where the document is read; here it is already a FidelityScale.
 * Rules: 25 items numbered 1 to 25 with keys of their own; five anchors each; every item in exactly one
 * section; bands that cover 25 to 125 without gap or overlap; thresholds in order, one score at a time;
 * as many scores by count as components need; conditions that name scores and each other rightly.
 * @param scale scale version
 * @returns one sentence for each broken rule, naming item, section or band; empty when all hold
 * Errors: none. Formula: none. Source: fidelity scale facts, "Frame" and "Rule kinds".
 * Checked: the scale of 2008 has none; each rule broken by itself is found.
 */
export function scaleProblems(scale: FidelityScale): string[] {
  return [
    ...(scale.id.trim() === '' ? ['scale: must have an id'] : []),
    ...(scale.name.trim() === '' ? ['scale: must have a name'] : []),
    ...itemNumberProblems(scale.items),
    ...scale.items.flatMap(itemProblems),
    ...sectionProblems(scale),
    ...bandProblems(scale),
  ];
}
