import { clopperPearsonInterval } from '#scoring/statistics/clopper-pearson-interval.ts';
import { correlationPower } from '#scoring/statistics/correlation.ts';
import { binomialLogProbability } from '#scoring/statistics/distributions.ts';
import { fisherExact } from '#scoring/statistics/fisher-exact.ts';
import { byarInterval, exactPoissonInterval } from '#scoring/statistics/poisson-intervals.ts';
import { katzRatio, representationRatio } from '#scoring/statistics/ratio-of-proportions.ts';
import { oneSampleT, pairedT, sampleSummary, welchT } from '#scoring/statistics/t-tests.ts';
import { wilcoxonSignedRank } from '#scoring/statistics/wilcoxon-signed-rank.ts';
import intervals from '#test/reference/statistics/intervals.expected.json' with { type: 'json' };
import expected from '#test/reference/statistics/tests.expected.json' with { type: 'json' };
import wellbeingExpected from '#test/reference/statistics/wellbeing.expected.json' with { type: 'json' };

import { wellbeing } from './reference-data.ts';
import { Group, only, type ReferenceGroup } from './reference-group.ts';
import { tailDifference } from './relative-difference.ts';

const CLOSED_FORM = 1e-10;

type Limits = Readonly<{ lower: number; upper: number }>;
const ends = ({ lower, upper }: Limits): number[] => [lower, upper];

function countGroups(): ReferenceGroup[] {
  const clopper = new Group();
  for (const { x, n, ci95, ci998 } of expected.clopperPearson) {
    clopper.list(`95% of ${x}/${n}`, ends(clopperPearsonInterval(x, n)), ci95);
    clopper.list(`99.8% of ${x}/${n}`, ends(clopperPearsonInterval(x, n, 0.998)), ci998);
  }
  const poisson = new Group();
  for (const { x, ci95 } of intervals.exactPoisson) {
    poisson.list(`95% of ${x}`, ends(exactPoissonInterval(x)), ci95);
  }
  for (const { x, ci95, ci998 } of expected.exactPoisson) {
    poisson.list(`95% of ${x}`, ends(exactPoissonInterval(x)), ci95);
    poisson.list(`99.8% of ${x}`, ends(exactPoissonInterval(x, 0.998)), ci998);
  }
  const byar = new Group();
  for (const { x, ci95 } of intervals.byar) byar.list(`of ${x}`, ends(byarInterval(x)), ci95);
  return [
    clopper.as('clopperPearsonInterval', CLOSED_FORM),
    poisson.as('exactPoissonInterval', CLOSED_FORM),
    byar.as('byarInterval', CLOSED_FORM),
  ];
}

function proportionGroups(): ReferenceGroup[] {
  const { a, A, b, B, ratio, katz95, withinCaseload95 } = intervals.representationRatio;
  const katz = only(katzRatio(a, A, b, B), 'computed');
  const within = only(representationRatio(a, A, b, B), 'computed');
  const fisher = new Group(tailDifference);
  const { x1, n1, x2, n2, fisherP } = intervals.differenceOfProportions;
  fisher.value(`${x1}/${n1} and ${x2}/${n2}`, fisherExact(x1, n1, x2, n2).p, fisherP);
  for (const { x1, n1, x2, n2, ...pValues } of expected.fisher) {
    fisher.named(`${x1}/${n1} and ${x2}/${n2}`, fisherExact(x1, n1, x2, n2), pValues);
  }
  return [
    new Group()
      .value('ratio', katz.ratio, ratio)
      .list('interval', ends(katz), katz95)
      .as('katzRatio', CLOSED_FORM),
    new Group()
      .value('ratio', within.ratio, ratio)
      .list('interval', ends(within), withinCaseload95)
      .as('representationRatio', CLOSED_FORM),
    fisher.as('fisherExact', CLOSED_FORM),
  ];
}

function meanGroups(): ReferenceGroup[] {
  const { a, b, big, ...t } = expected.t;
  const first = sampleSummary(a);
  const second = sampleSummary(b);
  const one = new Group()
    .named('eight values', only(oneSampleT(first), 'computed'), t.one)
    .named('at 99.8%', only(oneSampleT(first, 0.998), 'computed'), t.one998)
    .named('values of 1e9', only(oneSampleT(sampleSummary(big)), 'computed'), t.oneBig);
  const two = welchT(sampleSummary(a.slice(0, 2)), sampleSummary(b.slice(0, 2)));
  const welch = new Group()
    .named('eight and six', only(welchT(first, second), 'computed'), t.welch)
    .named('two and two', only(two, 'computed'), t.welchTwo);
  const paired = new Group().named('six', only(pairedT(a.slice(0, 6), b), 'computed'), t.paired);
  const wilcoxon = new Group(tailDifference);
  for (const [name, { differences, statistic, p, pNormal }] of Object.entries(expected.wilcoxon)) {
    const usual = only(wilcoxonSignedRank(differences), 'computed');
    wilcoxon.value(`${name}, V`, usual.statistic, statistic).value(`${name}, p`, usual.p, p);
    const normal = only(wilcoxonSignedRank(differences, 'normal'), 'computed');
    wilcoxon.value(`${name}, normal p`, normal.p, pNormal);
  }
  for (const [measure, change] of Object.entries(wellbeingExpected.change)) {
    const { before, after } = wellbeing(measure);
    const differences = after.map((value, i) => value - before[i]!);
    const test = only(pairedT(before, after), 'computed');
    const { mean: difference, lower, upper, t: statistic, p } = change;
    paired.named(measure, test, { difference, lower, upper, t: statistic, p });
    const ranked = only(wilcoxonSignedRank(differences, 'normal'), 'computed');
    wilcoxon.value(`${measure}, p`, ranked.p, change.wilcoxonP);
  }
  return [
    one.as('oneSampleT', CLOSED_FORM),
    paired.as('pairedT', CLOSED_FORM),
    welch.as('welchT', CLOSED_FORM),
    wilcoxon.as('wilcoxonSignedRank', CLOSED_FORM),
  ];
}

/** Intervals and tests of tests.expected.json, intervals.expected.json and wellbeing.expected.json. */
export function testGroups(): ReferenceGroup[] {
  const { binomialLog, correlationPower: power } = expected;
  const binomial = new Group();
  binomialLog.value.forEach((value, i) => {
    const [k, n, p] = [binomialLog.k[i]!, binomialLog.n[i]!, binomialLog.p[i]!];
    binomial.value(`${k} of ${n} at ${p}`, binomialLogProbability(k, n, p), value);
  });
  const chances = power.n.map((n, i) => correlationPower(n, power.r[i]!));
  return [
    ...countGroups(),
    ...proportionGroups(),
    ...meanGroups(),
    binomial.as('binomialLogProbability', CLOSED_FORM),
    new Group().list('power', chances, power.value).as('correlationPower', CLOSED_FORM),
  ];
}
