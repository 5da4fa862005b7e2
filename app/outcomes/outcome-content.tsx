import { WorkingNotice } from '#app/client-model/working-notice.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';
import {
  getOutcomeMeasure,
  outcomeBases,
  type OutcomeKey,
} from '#scoring/outcomes/tables/outcome-measures.ts';

import { BreakdownSection } from './breakdown-section.tsx';
import { Cautions } from './cautions.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { DefinitionLink } from './definition-link.tsx';
import { Downloads } from './downloads.tsx';
import type { OutcomeView } from './outcomes-view.ts';
import {
  demoFindings,
  figureInWords,
  groupNames,
  printedWords,
  roundFindings,
  smallNumbersNote,
} from './outcomes-words.ts';

/** One outcome, by every breakdown. */
export function OutcomeContent({ view, outcome }: { view: OutcomeView; outcome: OutcomeKey }) {
  const { choices, status, report, comparator } = view;
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={`/outcomes?${choices.address}`}>
          All outcomes
        </a>
      </p>
      <h1 className="govuk-heading-l">{getOutcomeMeasure(outcome).name}</h1>
      <ChoicesForm choices={choices} comparator={comparator} />
      {status === 'working' && (
        <WorkingNotice href={`/outcomes/${outcome}?${choices.address}`} takes="a few seconds" />
      )}
      {status === 'no-round' && <InsetText>No linkage round has been imported yet.</InsetText>}
      {report !== null && <Report view={view} report={report} outcome={outcome} />}
    </>
  );
}

interface ReportProps {
  view: OutcomeView;
  report: NonNullable<OutcomeView['report']>;
  outcome: OutcomeKey;
}

function Report({ view: { choices, isDemo }, report, outcome }: ReportProps) {
  const { base } = getOutcomeMeasure(outcome);
  return (
    <>
      <Headline report={report} outcome={outcome} />
      <p className="govuk-body">
        Base: {withSmallFirst(outcomeBases[base])} (
        <DefinitionLink of={{ outcome }}>what is counted</DefinitionLink>).{' '}
        {groupNames[choices.group]}. {smallNumbersNote(report.countsRoundedTo)}
      </p>
      <Downloads
        address={`${choices.address}&outcome=${outcome}`}
        kinds={['ods', 'csv', 'zip', 'json']}
      />
      <Cautions />
      <p className="govuk-body">{isDemo ? demoFindings : roundFindings}</p>
      {report.tables.map((table) => (
        <BreakdownSection
          key={table.breakdown}
          table={table}
          outcome={outcome}
          previous={report.previous?.tables.find((one) => one.breakdown === table.breakdown)}
        />
      ))}
    </>
  );
}

/** The figure of everybody with the published one and the round before. */
function Headline({ report, outcome }: Omit<ReportProps, 'view'>) {
  const { total, printed } = report.outcome;
  const words = figureInWords(outcome, total);
  const before = report.previous && figureInWords(outcome, report.previous.total).value;
  if (total.status === 'hidden') {
    return (
      <p className="govuk-body-l">
        This is not shown: it is about too few people, or would give others away.
      </p>
    );
  }
  if (total.status === 'none') return <p className="govuk-body-l">Nobody is in the base.</p>;
  return (
    <p className="govuk-body-l">
      <strong>{words.value}</strong> (95% interval {words.interval}), of {words.base} clients.
      {printed !== null && ` Published: ${printedWords(outcome, printed)}.`}
      {report.previousName !== null && before !== null && ` ${report.previousName}: ${before}.`}
    </p>
  );
}
