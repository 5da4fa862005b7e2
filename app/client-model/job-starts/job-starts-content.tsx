import { ratioDomain } from '#app/components/charts/scale.ts';
import { ChartKey } from '#app/components/charts/chart-key.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { countWords } from '#app/relations/figure-words.ts';

import { FactorSection } from './factor-section.tsx';
import { mainLimits, ratioWords } from './readings.ts';
import type { JobStartsReport, ReportRow } from './report.ts';
import { chanceWords, clearRows, intervalColumns } from './row-words.ts';

/** The model in full: what is clear, how to read it, each factor, how it was made. `query` is the page's own address. */
export function JobStartsContent({ report, query }: { report: JobStartsReport; query: string }) {
  const { outcome, factors, method } = report;
  if (outcome.status === 'no-model') {
    return (
      <>
        <h2 className="govuk-heading-l">No model of these clients</h2>
        <p className="govuk-body-l">{outcome.reason}</p>
        <Made report={report} />
      </>
    );
  }
  const intervals = intervalColumns(report);
  const domain = ratioDomain(limitsIn(report));
  return (
    <>
      <p className="govuk-body">
        {people(report.counts.jobStarts)} of {people(report.counts.used)} clients started a job, in
        rounded numbers. What counts: {report.clients.definition}
        {report.clients.period !== null && `, ${report.clients.period}`}.{' '}
        <Downloads query={query} />.
      </p>
      <div className="gt-figure__body gt-section">
        <Clear report={report} />
        <Warnings warnings={report.warnings} />
      </div>
      <h2 className="govuk-heading-l">Each variable, the others held equal</h2>
      <p className="govuk-body gt-measure">
        {report.method.readings}. An odds ratio of 2 means twice the odds of a job start that the
        reference has, one of 0.5 half of them. Plain rates allow for nothing else. Small numbers
        are hidden.
      </p>
      <ChartKey
        items={[
          { swatch: 'dot', text: 'odds ratio with its 95% interval' },
          { swatch: 'hollow', text: 'the reference' },
        ]}
      />
      <nav aria-label="Variables">
        <ul className="govuk-list gt-choices">
          {factors.map(({ key, name }) => (
            <li key={key}>
              <a className="govuk-link" href={`#factor-${key}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {factors.map((factor) => (
        <FactorSection
          key={factor.key}
          factor={factor}
          main={method.mainInterval}
          domain={domain}
          intervals={intervals}
        />
      ))}
      <Made report={report} />
    </>
  );
}

function limitsIn({ factors, method }: JobStartsReport): number[] {
  return factors.flatMap(({ rows }) =>
    rows.flatMap(({ estimate }) => {
      if (estimate === null) return [];
      const { lower, upper } = mainLimits(estimate, method.mainInterval);
      return [lower, upper].flatMap((limit) => limit ?? []);
    }),
  );
}

function people(count: number | null): string {
  return count === null ? '*' : countWords(count);
}

function Downloads({ query }: { query: string }) {
  return (
    <>
      <a className="govuk-link" href={`/relations/job-starts.csv?${query}`}>
        Download as CSV
      </a>{' '}
      or{' '}
      <a className="govuk-link" href={`/relations/job-starts.json?${query}`}>
        as JSON
      </a>
    </>
  );
}

/** What stands out, a line a factor; the sections below say the rest. */
function Clear({ report }: { report: JobStartsReport }) {
  const { factors, method } = report;
  const clear = clearRows(factors, method.mainInterval);
  return (
    <section className="gt-figure__words" aria-labelledby="clear-heading">
      <h2 className="govuk-heading-m" id="clear-heading">
        {clear.length === 0
          ? 'Nothing clearly goes with a job start here'
          : 'What clearly goes with a job start here'}
      </h2>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {clear.map(({ factor: { key, name, reference }, rows }) => (
          <li key={key}>
            <a className="govuk-link" href={`#factor-${key}`}>
              {name}
            </a>
            {reference !== null && `, compared with “${reference}”`}:{' '}
            {rows.map(timesWords).join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function timesWords({ label, estimate }: ReportRow): string {
  const ratio = estimate?.oddsRatio ?? 1;
  return `${label} ${ratio > 1 ? 'more' : 'less'} often, ${ratioWords(ratio)} times the odds`;
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  return (
    <section className="gt-figure__words gt-care" aria-labelledby="care-heading">
      <h2 className="govuk-heading-m" id="care-heading">
        Read with care
      </h2>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}

/** How the figures were made, and of whom. */
function Made({ report }: { report: JobStartsReport }) {
  const { counts, method, exclusions, leftOut, references, eventsPerParameter } = report;
  const facts = [
    { key: 'Clients', value: `${people(counts.used)} used of ${people(counts.given)}, rounded` },
    { key: 'Job starts', value: `${people(counts.jobStarts)}, rounded` },
    ...(report.parameters === null
      ? []
      : [
          {
            key: 'Coefficients',
            value: `${report.parameters} with the constant; ${eventsPerParameter ?? '–'} events for each beside it`,
          },
        ]),
    { key: 'Model', value: method.model },
    { key: 'Estimated by', value: method.estimation },
    { key: 'Intervals', value: method.intervals },
    { key: 'Standard errors', value: method.errors },
    { key: 'Average effects', value: method.effects },
    ...fitFacts(report),
    { key: 'Adjusted for', value: report.adjustedFor.join('; ') },
    {
      key: 'Compared with',
      value: references.map(({ variable, reference }) => `${variable}: ${reference}`).join('; '),
    },
    { key: 'Left out as repeating others', value: leftOut.join('; ') || 'None' },
    { key: 'Missing answers', value: method.missingAnswers },
    { key: 'Small numbers', value: method.smallNumbers },
  ];
  return (
    <section className="gt-section" aria-labelledby="made-heading">
      <h2 className="govuk-heading-l" id="made-heading">
        How this was worked out
      </h2>
      <SummaryList rows={facts.filter(({ value }) => value !== '')} />
      {exclusions.length > 0 && (
        <Details summary="Clients left out, by variable">
          <Table
            caption="Clients left out because an answer is not known (rounded)"
            captionSize="s"
            columns={[
              { heading: 'Variable' },
              { heading: 'Not known', numeric: true },
              { heading: 'Lost for this alone', numeric: true },
            ]}
            rows={exclusions.map(({ variable, clients, alone }) => ({
              key: variable,
              cells: [variable, people(clients), people(alone)],
            }))}
          />
        </Details>
      )}
    </section>
  );
}

function fitFacts({ fit, outcome }: JobStartsReport): { key: string; value: string }[] {
  if (outcome.status === 'no-model' || fit === null) return [];
  const { deviance, aic, likelihoodRatio } = fit;
  const words = [
    `Deviance ${deviance}`,
    aic === null ? 'no AIC under Firth’s method' : `AIC ${aic}`,
    ...(likelihoodRatio === null
      ? []
      : [
          `likelihood ratio against no variables ${likelihoodRatio.chiSquared} with ${likelihoodRatio.df} degrees of freedom, p ${likelihoodRatio.p < 0.001 ? '' : '= '}${chanceWords(likelihoodRatio.p)}`,
        ]),
  ];
  return [{ key: 'Fit', value: words.join('; ') }];
}
