import { WorkingNotice } from '#app/client-model/working-notice.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';

import { Cautions } from './cautions.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { CohortSection } from './cohort-section.tsx';
import { DefinitionLink } from './definition-link.tsx';
import { Downloads } from './downloads.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { FindingsSection } from './findings-section.tsx';
import { FirstJobsByGroupSection } from './first-jobs-by-group-section.tsx';
import { FirstJobsSection } from './first-jobs-section.tsx';
import { HeadSection } from './head-section.tsx';
import { HiddenSection } from './hidden-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { OutcomesTable } from './outcomes-table.tsx';
import type { OverviewView } from './outcomes-view.ts';
import { groupNames, smallNumbersNote } from './outcomes-words.ts';
import { RollOutSection } from './roll-out-section.tsx';
import { StatementsSection } from './statements-section.tsx';
import { TrialSection } from './trial-section.tsx';

/** The whole report of a round at a glance; each outcome has a page of its own. */
export function OverviewContent({ view }: { view: OverviewView }) {
  const { choices, firstJobsBy, status, report } = view;
  return (
    <>
      <h1 className="govuk-heading-l">Employment outcomes</h1>
      <p className="govuk-body-l">
        What employment records say of clients from their enrolment on, for up to 18 months.
      </p>
      <ChoicesForm choices={choices} firstJobsBy={firstJobsBy} />
      {status === 'working' && (
        <WorkingNotice
          href={`/outcomes?${choices.address}&first-jobs=${firstJobsBy.value}`}
          takes="a few seconds"
        />
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

function Report({ view: { choices, isDemo }, report }: ReportProps) {
  return (
    <>
      <HeadSection report={report} />
      <Downloads address={choices.address} kinds={['ods', 'docx', 'csv', 'zip', 'json']} />
      <Cautions />
      <OutcomesTable
        outcomes={report.outcomes}
        previousName={report.previousName}
        address={choices.address}
      />
      <p className="govuk-hint">
        {groupNames[choices.group]}. {smallNumbersNote(report.countsRoundedTo)} “Differs” marks a{' '}
        <DefinitionLink of="outcomes-published">published figure</DefinitionLink> that ours does not
        round to.
      </p>
      <FindingsSection
        heading="Who worked more often, and who less"
        findings={report.findings}
        isDemo={isDemo}
        href={`/outcomes/worked?${choices.address}`}
      />
      <FirstJobsSection firstJobs={report.firstJobs} printedMonths={report.printedMonths} />
      {report.firstJobsByGroup !== null && (
        <FirstJobsByGroupSection firstJobs={report.firstJobsByGroup} />
      )}
      <TrialSection trial={report.trial} />
      <EvidenceSection
        evidence={report.evidence.evidence}
        outcomes={report.outcomes}
        countsRoundedTo={report.countsRoundedTo}
      />
      <HoursSection hours={report.evidence.hours} />
      <CohortSection description={report.description} />
      {report.hidden !== null && <HiddenSection hidden={report.hidden} />}
    </>
  );
}
