import { WorkingNotice } from '#app/client-model/working-notice.tsx';
import { FilterForm } from '#app/components/filter-form.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { RelationsNav } from '#app/relations/relations-nav.tsx';

import { ChangeSection } from './change-section.tsx';
import type { FigureEightReport } from './figure-eight-report.ts';
import type { FigureEightView } from './figure-eight-view.ts';
import { pageTitle } from './figure-eight-words.ts';
import { MethodSection } from './method-section.tsx';
import { OddsRatioSection } from './odds-ratio-section.tsx';
import { TeamFactsTable, TeamReadings } from './team-sections.tsx';

/** Everything the page shows to one reader. */
export function FigureEightContent({ view }: { view: FigureEightView }) {
  const { result, filters, address } = view;
  return (
    <>
      <RelationsNav current="/relations/figure-eight" />
      <h1 className="govuk-heading-l">{pageTitle}</h1>
      <p className="govuk-body-l">
        Whether a team compares better or less well with another once the numbers of its clients’
        meetings are counted in, clients being alike in everything else that is known.
      </p>
      <FilterForm label="Who is compared" choices={filters} action="/relations/figure-eight" />
      {result.status === 'words' && <InsetText>{result.words}</InsetText>}
      {result.status === 'working' && (
        <WorkingNotice href={`/relations/figure-eight?${address}`} takes={result.takes} />
      )}
      {result.status === 'report' && (
        <Report view={view} report={result.report} olderFrom={result.olderFrom} />
      )}
    </>
  );
}

interface ReportProps {
  view: FigureEightView;
  report: FigureEightReport;
  olderFrom: string | null;
}

function Report({ view, report, olderFrom }: ReportProps) {
  const { address, otherMeetings, areTeamsNamed } = view;
  return (
    <>
      {olderFrom !== null && (
        <InsetText>
          Records have changed since this was worked out, at {olderFrom}. Newer figures are on their
          way.
        </InsetText>
      )}
      <p className="govuk-body">
        {orderWords(report, areTeamsNamed)}
        <a className="govuk-link" href={`/relations/figure-eight.csv?${address}`}>
          Download as CSV
        </a>{' '}
        or{' '}
        <a className="govuk-link" href={`/relations/figure-eight.json?${address}`}>
          as JSON
        </a>
        .
      </p>
      {report.otherStatus === 'working' && (
        <p className="govuk-body">
          The answer with meetings counted the other way is still being worked out, and the files
          wait for it.{' '}
          <a className="govuk-link" href={`/relations/figure-eight?${address}`}>
            Look again
          </a>
          .
        </p>
      )}
      <Cautions report={report} otherMeetings={otherMeetings} />
      <ChangeSection report={report} />
      <TeamReadings report={report} />
      <OddsRatioSection report={report} />
      <TeamFactsTable report={report} />
      <MethodSection report={report} />
    </>
  );
}

function orderWords({ teams }: FigureEightReport, areTeamsNamed: boolean): string {
  if (teams.length < 2) return '';
  return areTeamsNamed
    ? 'This is not a ranking: teams stand in the order of the alphabet. '
    : 'This is not a ranking: teams are not named, and their letters say nothing about them. ';
}

/** Printed with the figure: what it cannot say. */
function Cautions({ report, otherMeetings }: { report: FigureEightReport; otherMeetings: string }) {
  const { cautions, warnings, meetings } = report;
  return (
    <>
      <h2 className="govuk-heading-s">Read with care</h2>
      <ul className="govuk-list govuk-list--bullet">
        {[...cautions, ...warnings].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href={`/relations/figure-eight?${otherMeetings}`}>
          {meetings === 'to-date'
            ? 'See the landmark variant: meetings of the first 60 days'
            : 'See all meetings to date'}
        </a>
      </p>
    </>
  );
}
