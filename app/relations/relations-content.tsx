import { FilterForm } from '#app/components/filter-form.tsx';

import { InputSection } from './input-section.tsx';
import { EvaluationSection, IntegrationSection } from './integration-section.tsx';
import { DefinitionDetails, NamedRates } from './rates-section.tsx';
import { RelationsNav } from './relations-nav.tsx';
import type { RelationsView } from './relations-view.ts';
import { ItemsSection, TogetherSection } from './together-section.tsx';

/** Everything the relations page shows to one reader. */
export function RelationsContent({ view }: { view: RelationsView }) {
  const { definition, periodLabel, caution, integration, together, items, evaluation } = view;
  const shared = { definitionName: definition.name, periodLabel, caution };
  return (
    <>
      <RelationsNav current="/relations" />
      <h1 className="govuk-heading-l">How service quality relates to job entry</h1>
      <p className="govuk-body-l">
        Fidelity, integration, employer contacts and meetings of each team, set against the share of
        its clients who started work.
      </p>
      <FilterForm label="What is compared" choices={view.filters.choices} />
      <Teams view={view} />
      <DefinitionDetails definition={definition} />
      {view.notRelated === null ? (
        <>
          <h2 className="govuk-heading-l">Each input against the rate</h2>
          {view.inputs.map((input) => (
            <InputSection key={input.key} input={input} {...shared} />
          ))}
          <h2 className="govuk-heading-l">Integration with the host service</h2>
          {integration && <IntegrationSection integration={integration} {...shared} />}
          <h2 className="govuk-heading-l">The inputs together</h2>
          {together && <TogetherSection together={together} caution={caution} />}
          <h2 className="govuk-heading-l">The 25 items one by one</h2>
          {items && <ItemsSection items={items} />}
        </>
      ) : (
        <p className="govuk-body">{view.notRelated}</p>
      )}
      <h2 className="govuk-heading-l">Rates under every definition</h2>
      <NamedRates rates={view.rates} />
      {evaluation && (
        <>
          <h2 className="govuk-heading-l">The evaluation cohort</h2>
          <EvaluationSection evaluation={evaluation} />
        </>
      )}
    </>
  );
}

/** Teams too small to be used are named to those who may see names. */
function tooSmallWords(count: number, names: readonly string[]): string {
  const who =
    count === 1
      ? '1 team has too few clients and is'
      : `${count} teams have too few clients and are`;
  return `${who} left out${names.length > 0 ? `: ${names.join(', ')}` : ''}.`;
}

function Teams({ view }: { view: RelationsView }) {
  const { used, tooSmall, namesTooSmall } = view.teams;
  return (
    <>
      {view.notRelated === null && (
        <p className="govuk-body">
          {used} teams are used for {view.periodLabel}.{' '}
          {tooSmall > 0 && `${tooSmallWords(tooSmall, namesTooSmall)} `}
          Counts of people are rounded, and small ones hidden.{' '}
          <a className="govuk-link" href={`/relations/data.csv?${view.filters.query}`}>
            Download these teams as CSV
          </a>
        </p>
      )}
      {view.warnings.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {view.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  );
}
