import type { FilterChoice } from '#app/components/filter-form.tsx';
import {
  RULE_SETS,
  SEVEN_POINT_RULES,
  type RuleSet,
} from '#scoring/statistics/control-charts/rule-sets.ts';

import { measures, type Measure } from './measures.ts';

export interface ChartKind {
  key: 'xmr' | 'xmr-screened' | 'p' | 'p-prime' | 'p-prime-screened';
  name: string;
  of: Measure['kind'];
  prime: boolean;
  screened: boolean;
}

export const chartKinds: readonly ChartKind[] = [
  { key: 'xmr', name: 'Single values (XmR)', of: 'single', prime: false, screened: false },
  {
    key: 'xmr-screened',
    name: 'Single values (XmR), large leaps screened out',
    of: 'single',
    prime: false,
    screened: true,
  },
  { key: 'p', name: 'Shares (p)', of: 'share', prime: false, screened: false },
  { key: 'p-prime', name: 'Shares (p-prime, Laney)', of: 'share', prime: true, screened: false },
  {
    key: 'p-prime-screened',
    name: 'Shares (p-prime, Laney), large leaps screened out',
    of: 'share',
    prime: true,
    screened: true,
  },
];

/** What a reader asks of the page: which measure, on which chart, read by which rules. */
export interface Question {
  measure: Measure;
  chart: ChartKind;
  rules: RuleSet;
}

/** The question of an address; what is not on offer gives the first that is. */
export function questionOf(search: URLSearchParams, offered: readonly Measure[]): Question {
  const measure = pick(offered, search.get('measure'));
  const charts = chartKinds.filter(({ of }) => of === measure.kind);
  const rules = RULE_SETS.find(({ key }) => key === search.get('rules')) ?? SEVEN_POINT_RULES;
  return { measure, chart: pick(charts, search.get('chart')), rules };
}

/** The measures that a reader may see. */
export function measuresFor(viewer: 'own-team' | 'others'): Measure[] {
  return measures.filter(({ isForOthers }) => isForOthers || viewer === 'own-team');
}

function pick<Item extends { key: string }>(items: readonly Item[], key: string | null): Item {
  const [first] = items;
  if (first === undefined) throw new Error('There is nothing to choose from');
  return items.find((item) => item.key === key) ?? first;
}

/** The question as an address ends. */
export function queryOf({ measure, chart, rules }: Question): string {
  return new URLSearchParams({
    measure: measure.key,
    chart: chart.key,
    rules: rules.key,
  }).toString();
}

export function choicesOf(
  { measure, chart, rules }: Question,
  offered: readonly Measure[],
): FilterChoice[] {
  const item = ({ key, name }: { key: string; name: string }) => ({ value: key, label: name });
  return [
    { name: 'measure', label: 'Measure', items: offered.map(item), chosen: measure.key },
    {
      name: 'chart',
      label: 'Chart',
      items: chartKinds.filter(({ of }) => of === measure.kind).map(item),
      chosen: chart.key,
    },
    { name: 'rules', label: 'Rules', items: RULE_SETS.map(item), chosen: rules.key },
  ];
}
