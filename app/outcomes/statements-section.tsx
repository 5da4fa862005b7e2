import { Details } from '#app/components/govuk/details.tsx';

import { judgedStatements } from './judged-statements.ts';

/** Whether the published statements of significance follow from the published figures. */
export function StatementsSection() {
  return (
    <section className="gt-section" aria-labelledby="statements-heading">
      <h2 className="govuk-heading-m" id="statements-heading">
        The 2025 report’s statements of significance, held to its own figures
      </h2>
      <p className="govuk-body">
        These are the published report’s, in our words, and no findings of a round here. From the
        printed percentages and means alone, over everything their rounding leaves open. Spreads of
        means are not published: a statement about means holds whatever the spread, or depends on
        it.
      </p>
      <Details summary={`Show all ${judgedStatements.length} statements`}>
        {judgedStatements.map(({ title, where, lines }) => (
          <div key={`${where} ${title}`}>
            <h3 className="govuk-heading-s">{title}</h3>
            <p className="govuk-hint">{where}</p>
            <ul className="govuk-list govuk-list--bullet">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </Details>
    </section>
  );
}
