import { WorkingNotice } from '#app/client-model/working-notice.tsx';
import { FunnelPlot } from '#app/components/charts/funnel-plot.tsx';
import { FilterForm } from '#app/components/filter-form.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { RelationsNav } from '#app/relations/relations-nav.tsx';

import type { CaseMixResult, CaseMixView, FunnelView } from './case-mix-view.ts';
import { TeamTable } from './team-table.tsx';

export const pageTitle = 'Do teams differ once their clients are allowed for?';

export function CaseMixContent({ view }: { view: CaseMixView }) {
  const { filters, whose, result } = view;
  const address = `/relations/case-mix?${filters.query}`;
  return (
    <>
      <RelationsNav current="/relations/case-mix" />
      <h1 className="govuk-heading-l">{pageTitle}</h1>
      <p className="govuk-body-l">
        Some teams have more clients who find work hard to come by. Each team’s job entries are set
        against what clients like its own lead to expect.
      </p>
      <FilterForm label="What is compared" choices={filters.choices} />
      {result.status === 'working' && (
        <WorkingNotice href={address} takes="up to a minute where there are many clients" />
      )}
      {result.status === 'none' && <p className="govuk-body">{result.sentence}</p>}
      {result.status === 'computed' && (
        <Computed result={result} whose={whose} query={filters.query} address={address} />
      )}
    </>
  );
}

interface ComputedProps {
  result: CaseMixResult;
  whose: string;
  query: string;
  address: string;
}

function Computed({ result, whose, query, address }: ComputedProps) {
  const { olderFrom, finding, ownReading, outside, warnings, teams, tableNotes } = result;
  return (
    <>
      {olderFrom !== null && (
        <InsetText>
          <p className="govuk-body">
            Records have changed since these figures were worked out, on {olderFrom}. They are being
            worked out again:{' '}
            <a className="govuk-link" href={address}>
              look for newer ones
            </a>
            .
          </p>
        </InsetText>
      )}
      <h2 className="govuk-heading-m">What is found</h2>
      <p className="govuk-hint">{whose}</p>
      <Paragraphs texts={finding} />
      {ownReading.length > 0 && (
        <InsetText>
          <Paragraphs texts={ownReading} />
        </InsetText>
      )}
      {outside.length > 0 && (
        <p className="govuk-body gt-measure">
          Outside once clients are allowed for, in the order of the alphabet: {outside.join(', ')}.
        </p>
      )}
      <p className="govuk-body gt-measure">
        To lie outside is a reason to ask, not a verdict. What records do not hold, such as local
        jobs and how well answers are recorded, is not allowed for.
      </p>
      {warnings.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {result.rates !== null && result.ratios !== null && (
        <div className="gt-pair">
          <Funnel id="rates" funnel={result.rates} />
          <Funnel id="ratios" funnel={result.ratios} />
        </div>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={`/relations/case-mix.csv?${query}`}>
          Download as CSV
        </a>{' '}
        or{' '}
        <a className="govuk-link" href={`/relations/case-mix.json?${query}`}>
          as JSON
        </a>
        , each with its method.
      </p>
      {tableNotes.map((note) => (
        <p key={note} className="govuk-body gt-measure">
          {note}
        </p>
      ))}
      {teams.length > 0 && <TeamTable teams={teams} />}
      <h2 className="govuk-heading-m">How it was worked out</h2>
      <SummaryList
        rows={result.facts.map(({ name, value }) => ({
          key: name,
          value: <Paragraphs texts={value} />,
        }))}
      />
      <ul className="govuk-list govuk-list--bullet gt-measure">
        {result.method.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <p key={text} className="govuk-body gt-measure">
      {text}
    </p>
  ));
}

function Funnel({ id, funnel }: { id: string; funnel: FunnelView }) {
  const { heading, ...plot } = funnel;
  return (
    <figure className="gt-figure" aria-labelledby={`${id}-heading`}>
      <h2 className="govuk-heading-s" id={`${id}-heading`}>
        {heading}
      </h2>
      <FunnelPlot id={`${id}-plot`} title={heading} {...plot} />
    </figure>
  );
}
