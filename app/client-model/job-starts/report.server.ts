import type { Db } from '#db/connection/open-database.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { clientModelVariables, TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';
import { eventsPerParameter } from '#scoring/statistics/events-per-parameter.ts';
import type { LogisticFit, NoLogisticFit } from '#scoring/statistics/logistic-result.ts';
import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import { haveReadersOwnTeam } from '#app/relations/who-knows-teams.ts';

import { TOO_FEW } from '../released-clients.ts';
import { mainIntervalOf } from './estimates.server.ts';
import { factorReport, separatedWords } from './factor-report.server.ts';
import { jobStartsFit, type JobStartsFit } from './fit.server.ts';
import { methodWords } from './method-words.server.ts';
import type { JobStartsQuestion, TeamsSeen } from './question.server.ts';
import type { Exclusion, FitFigures, JobStartsReport } from './report.ts';
import { teamLabels, teamsHiddenElsewhere, type TeamLabels } from './team-labels.server.ts';
import { associationOnly, warningsOf } from './warnings.server.ts';

export const jobStartsTitle = 'What goes with a job start';

/** The model as everybody may see it, for one way of seeing teams. */
export async function jobStartsReport(
  db: Db,
  question: JobStartsQuestion,
  seen: TeamsSeen,
): Promise<JobStartsReport> {
  const policy = await disclosurePolicyOn(db, question.clients.relations.today);
  const hidden = await teamsHiddenElsewhere(db, question.clients, policy);
  const knowThemselves = haveReadersOwnTeam[question.clients.population];
  const fitted = await jobStartsFit(db, question, { policy, teams: { hidden, knowThemselves } });
  return protectedReport(fitted, question, policy, await teamLabels(db, question, seen));
}

const nameOf = (column: string): string =>
  clientModelVariables.find((variable) => variable.column === column)?.name ?? column;

export function protectedReport(
  { released, result, wanted }: JobStartsFit,
  question: JobStartsQuestion,
  policy: DisclosurePolicy,
  teams: TeamLabels,
): JobStartsReport {
  const { whole } = released;
  const head = {
    title: jobStartsTitle,
    clients: clientsWords(question),
    method: methodWords(question, result, policy),
    counts: {
      used: whole.status === 'none' ? 0 : whole.denominator,
      jobStarts: whole.status === 'none' ? 0 : whole.numerator,
      given: released.given,
    },
    exclusions: released.leftOut.map(({ column, clients, alone }): Exclusion => ({
      variable: nameOf(column),
      clients,
      alone,
    })),
    adjustedFor: question.variables.map(nameOf),
  };
  const isHidden = whole.status === 'hidden';
  if (result.status !== 'fitted' || whole.status !== 'shown') {
    const reason =
      isHidden || result.status === 'fitted'
        ? 'Too few clients with a job start, or too few without one, to show a model of them.'
        : noModelWords(result);
    return { ...head, ...noModel, outcome: { status: 'no-model', reason } };
  }
  const main = mainIntervalOf(result);
  const telling = { fit: result, released, wanted, teams, main };
  const factors = clientModelVariables
    .filter(({ column }) => question.variables.includes(column))
    .map((variable) => factorReport(variable, telling));
  const labelOf = (column: string, category: string): string => {
    if (category === TOO_FEW) return 'categories with too few people to show';
    return column === TEAM_COLUMN ? teams.labelOf(category) : category;
  };
  const counts = { used: whole.denominator, jobStarts: whole.numerator };
  const perParameter = eventsPerParameter(counts.used, counts.jobStarts, result.parameters);
  return {
    ...head,
    outcome: { status: 'fitted' },
    parameters: result.parameters,
    eventsPerParameter: roundedTo(perParameter.eventsPerParameter, 1),
    fit: fitFigures(result),
    leftOut: result.aliased.map(({ term, category }) =>
      [nameOf(term ?? ''), category === null ? [] : labelOf(term ?? '', category)]
        .flat()
        .join(': '),
    ),
    references: factors.flatMap(({ name, reference }) =>
      reference === null ? [] : [{ variable: name, reference }],
    ),
    warnings: warningsOf({
      ...{ fit: result, factors, main, counts, byTeam: question.errors === 'team' },
      separatedBy: separatedWords(result, factors, labelOf),
      replaced: Object.entries(wanted).flatMap(([column, reference]) => {
        const used = result.comparator[column];
        if (used === undefined || used === reference || used === TOO_FEW) return [];
        const [was, is] = [reference, used].map((category) => labelOf(column, category));
        return [{ variable: nameOf(column), wanted: was ?? '', reference: is ?? '' }];
      }),
    }),
    factors,
  };
}

const noModel = {
  parameters: null,
  eventsPerParameter: null,
  fit: null,
  leftOut: [],
  references: [],
  warnings: [associationOnly],
  factors: [],
};

/** Why there is no model; the regression's own reason may name a category with few people. */
function noModelWords({ status, n, events }: NoLogisticFit): string {
  if (status === 'too-few') {
    return 'No client has every answer that this model needs. Take in missing answers as “not known”, or choose fewer variables.';
  }
  if (status === 'constant') {
    return events === n
      ? 'Everybody here started a job, so nothing can go with it.'
      : 'Nobody here started a job, so nothing can go with it.';
  }
  return status === 'separated'
    ? 'Some answers tell apart, without error, who started a job: maximum likelihood has no finite odds ratios then. Choose Firth’s penalised likelihood, or fewer variables.'
    : 'The estimates did not settle: too many variables for these clients. Choose fewer variables, or Firth’s penalised likelihood.';
}

/** How well the model fits the weighted clients, to whole numbers. */
function fitFigures({ deviance, aic, likelihoodRatio }: LogisticFit): FitFigures {
  return {
    deviance: Math.round(deviance),
    aic: aic === null ? null : Math.round(aic),
    likelihoodRatio:
      likelihoodRatio === null
        ? null
        : {
            chiSquared: Math.round(likelihoodRatio.chiSquared),
            df: likelihoodRatio.df,
            p: Number(likelihoodRatio.p.toPrecision(1)),
          },
  };
}

function roundedTo(value: number | null, places: number): number | null {
  return value === null ? null : Number(value.toFixed(places));
}

function clientsWords({ clients }: JobStartsQuestion): JobStartsReport['clients'] {
  if (clients.population === 'evaluation') {
    return {
      population: 'Evaluation cohort',
      definition: 'A job start with the provider’s evidence by the evaluation’s count date',
      period: null,
    };
  }
  const { definition, period } = clients.relations;
  return { population: 'Teams’ records', definition: definition.name, period: period.label };
}
