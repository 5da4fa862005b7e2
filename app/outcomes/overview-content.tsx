import { WorkingNotice } from '#app/client-model/working-notice.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { countWords, percentWords } from '#app/relations/figure-words.ts';
import { trialCaution } from '#scoring/outcomes/report/trial-comparison.ts';
import { getOutcomeMeasure, outcomeBases } from '#scoring/outcomes/tables/outcome-measures.ts';

import { ChoicesForm, Downloads } from './choices-form.tsx';
import { FirstJobsSection } from './first-jobs-section.tsx';
import { HiddenSection } from './hidden-section.tsx';
import { Cautions } from './outcome-content.tsx';
import type { OverviewView } from './outcomes-view.ts';
import {
  breakdownName,
  figureInWords,
  groupNames,
  printedWords,
  smallNumbersNote,
} from './outcomes-words.ts';
import { RollOutSection } from './roll-out-section.tsx';
import { StatementsSection } from './statements-section.tsx';

/** The whole report of a round at a glance; each outcome has a page of its own. */
export function OverviewContent({ view }: { view: OverviewView }) {
  const { choices, status, report } = view;
  return (
    <>
      <h1 className="govuk-heading-l">Employment outcomes</h1>
      <p className="govuk-body-l">
        What employment records say of clients from their enrolment on, for up to 18 months.
      </p>
      <ChoicesForm choices={choices} />
      {status === 'working' && (
        <WorkingNotice href={`/outcomes?${choices.address}`} takes="a few seconds" />
      )}
      {status === 'no-round' && <InsetText>No linkage round has been imported yet.</InsetText>}
      {report !== null && <Report view={view} report={report} />}
      <StatementsSection />
      <RollOutSection />
    </>
  );
}

interface ReportProps {
  view: OverviewView;
  report: NonNullable<OverviewView['report']>;
}

function Report({ view: { choices }, report }: ReportProps) {
  return (
    <>
      <Head report={report} />
      <Downloads address={choices.address} />
      <Cautions />
      <OutcomesTable report={report} address={choices.address} />
      <p className="govuk-hint">
        {groupNames[choices.group]}. {smallNumbersNote} “Differs” marks a published figure that ours
        does not round to.
      </p>
      <FirstJobsSection group={report.group} />
      <CohortTable report={report} />
      <TrialTable report={report} />
      {report.hidden !== null && <HiddenSection hidden={report.hidden} />}
    </>
  );
}

function Head({ report }: { report: ReportProps['report'] }) {
  const { matchRate, meanFollowUpDays, complete, printed, linkedOn } = report;
  const days = (value: number | null) => (value === null ? '*' : `${countWords(value)} days`);
  const share = ({ status, value, count, base }: typeof complete) =>
    status === 'shown' && value !== null && count !== null && base !== null
      ? `${countWords(count)} of ${countWords(base)} (${percentWords(value)})`
      : '*';
  return (
    <SummaryList
      rows={[
        { key: 'Linked on', value: linkedOn },
        ...(matchRate === null ? [] : [{ key: 'Matched of those sent', value: share(matchRate) }]),
        { key: 'Follow-up complete', value: share(complete) },
        {
          key: 'Mean follow-up',
          value: `${days(meanFollowUpDays.full)}; where it is not complete ${days(meanFollowUpDays.incomplete)}`,
        },
        ...(printed === null
          ? []
          : [
              {
                key: 'Beside the published report',
                value: `${printed.agree} of ${printed.figures} printed figures agree within rounding`,
              },
            ]),
      ]}
    />
  );
}

function OutcomesTable({ report, address }: { report: ReportProps['report']; address: string }) {
  const { group, previous, previousName } = report;
  return (
    <Table
      caption="Outcomes, each with its own base"
      captionSize="m"
      wide
      columns={[
        { heading: 'Outcome' },
        { heading: 'Base' },
        { heading: 'Clients in base', numeric: true },
        { heading: 'With it', numeric: true },
        { heading: 'Share or mean', numeric: true },
        { heading: '95% interval', numeric: true },
        { heading: 'Published', numeric: true },
        { heading: previousName ?? 'Previous round', numeric: true },
      ]}
      rows={group.outcomes.map(({ outcome, total, printed }) => {
        const words = figureInWords(outcome, total);
        const before = previous?.outcomes.find((one) => one.outcome === outcome);
        return {
          key: outcome,
          cells: [
            <a className="govuk-link" key={outcome} href={`/outcomes/${outcome}?${address}`}>
              {getOutcomeMeasure(outcome).name}
            </a>,
            outcomeBases[getOutcomeMeasure(outcome).base],
            words.base,
            words.count,
            words.value,
            words.interval,
            printedWords(outcome, printed),
            before === undefined ? '–' : figureInWords(outcome, before.total).value,
          ],
        };
      })}
    />
  );
}

function CohortTable({ report }: { report: ReportProps['report'] }) {
  return (
    <Table
      caption="Who is in the cohort"
      captionSize="m"
      wide
      columns={[
        { heading: 'Group' },
        { heading: 'By' },
        { heading: 'Clients', numeric: true },
        { heading: 'Share', numeric: true },
        { heading: 'Published', numeric: true },
      ]}
      rows={report.group.description.flatMap(({ breakdown, rows }) =>
        rows.map(({ group, figure, printed }) => {
          // A share of all clients is printed as the share with an outcome is.
          const words = figureInWords('worked', figure);
          return {
            key: `${breakdown} ${group}`,
            cells: [
              group,
              breakdownName(breakdown),
              words.count,
              words.value,
              printedWords('worked', printed),
            ],
          };
        }),
      )}
    />
  );
}

function TrialTable({ report }: { report: ReportProps['report'] }) {
  const rate = (value: number | null) => (value === null ? '–' : percentWords(value));
  return (
    <>
      <Table
        caption="Beside the IPS-AD trial"
        captionSize="m"
        wide
        columns={[
          { heading: 'Outcome' },
          { heading: 'Clients' },
          { heading: 'Linked cohort', numeric: true },
          { heading: 'Trial, IPS', numeric: true },
          { heading: 'Trial, usual support', numeric: true },
        ]}
        rows={report.group.trial.map(({ outcome, group, figure, intervention, control }) => ({
          key: `${outcome} ${group?.name ?? ''}`,
          cells: [
            getOutcomeMeasure(outcome).name,
            group?.name ?? 'All',
            figureInWords(outcome, figure).value,
            rate(intervention),
            rate(control),
          ],
        }))}
      />
      <p className="govuk-hint">{trialCaution}</p>
    </>
  );
}
