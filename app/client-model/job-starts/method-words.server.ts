import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { LogisticRegression } from '#scoring/statistics/logistic-result.ts';

import { mainIntervalOf } from './estimates.server.ts';
import type { JobStartsQuestion } from './question.server.ts';
import { readingsCompare } from './readings.ts';
import type { MainInterval, MethodWords } from './report.ts';

const mainWords: Readonly<Record<MainInterval, string>> = {
  'cluster-robust': 'cluster-robust by team (t, wider error)',
  profile: 'profile likelihood',
  Wald: 'Wald',
};

const firth = 'Firth’s penalised likelihood';

/** How the figures were made, as the page and every download say it. */
export function methodWords(
  question: JobStartsQuestion,
  result: LogisticRegression,
  { base, smallestShown }: DisclosurePolicy,
): MethodWords {
  const isFitted = result.status === 'fitted';
  const main = isFitted ? mainIntervalOf(result) : 'Wald';
  const percent = isFitted ? Math.round(100 * result.level) : 95;
  return {
    model: 'Logistic regression of a job start (yes or no) on the variables together',
    estimation: estimationWords(question, result),
    intervals: `${percent}%. Odds ratios: ${intervalsOf(result)}. Readings go by ${mainWords[main]}. Plain rates: Wilson, from the rounded counts`,
    mainInterval: main,
    errors: errorsWords(result),
    missingAnswers:
      question.missing === 'complete-cases'
        ? 'Complete cases: a client with any of the answers missing is left out, also where the model does not ask for it, so that all models are of the same clients'
        : '“Not known” is a category of its own where enough people gave no answer; other clients without an answer, or an age, are left out',
    effects:
      'Average marginal effects: the chance of a job start with everybody put into the category, less that with everybody in the reference, averaged over the clients; errors by the delta method, not robust',
    readings: readingsCompare,
    smallNumbers: `Counts of people are rounded to ${base}, and the model is fitted to clients weighted to the rounded counts, so that it tells no more than they do: odds ratios differ from those of exact counts, mostly by far less than their standard error. Categories with 1 to ${smallestShown - 1} people with or without a job start are hidden, and at least two together; in the model they are one`,
  };
}

function estimationWords({ method }: JobStartsQuestion, result: LogisticRegression): string {
  if (result.status === 'fitted') {
    if (result.method === 'maximum-likelihood') return 'Maximum likelihood';
    return result.separated.length > 0 ? `${firth}, since outcomes are separated` : firth;
  }
  return method === 'firth' ? firth : 'Maximum likelihood';
}

function intervalsOf(result: LogisticRegression): string {
  if (result.status !== 'fitted') return 'Wald';
  const penalised = result.method === 'firth' ? 'penalised ' : '';
  const profiled = result.coefficients.filter(({ profile }) => profile !== null).length;
  const all = profiled === result.coefficients.length ? '' : ' for factors that separate outcomes';
  return [
    'Wald',
    ...(profiled > 0 ? [`profile ${penalised}likelihood${all}`] : []),
    ...(result.clusterRobust?.status === 'computed' ? ['cluster-robust by team'] : []),
  ].join(' and ');
}

function errorsWords(result: LogisticRegression): string {
  if (result.status !== 'fitted' || result.clusterRobust?.status !== 'computed') {
    return 'From the information of the model';
  }
  const { clusters, df } = result.clusterRobust;
  return `From the information of the model, and cluster-robust over ${clusters} teams: sandwich times G/(G − 1) times (n − 1)/(n − k), t with ${df} degrees of freedom`;
}
