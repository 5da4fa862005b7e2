import { Details } from '#app/components/govuk/details.tsx';
import { judgedStatement } from '#scoring/outcomes/published/judged-statements.ts';
import { judgementWords, statementWords } from '#scoring/outcomes/published/judgement-words.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import { statements2025 } from '#scoring/outcomes/published/statements-2025.ts';

/** The same on every page: worked out once, from printed figures alone. */
const judged = statements2025.map((statement) => ({
  title: statementWords(statement),
  where: statement.where,
  lines: judgementWords(judgedStatement(report2025, statement)),
}));

/** Whether the published statements of significance follow from the published figures. */
export function StatementsSection() {
  return (
    <section className="gt-section" aria-labelledby="statements-heading">
      <h2 className="govuk-heading-m" id="statements-heading">
        The 2025 report’s statements of significance, held to its own figures
      </h2>
      <p className="govuk-body">
        From the printed percentages and means alone, over everything their rounding leaves open.
        Spreads of means are not published: a statement about means holds whatever the spread, or
        depends on it.
      </p>
      <Details summary={`Show all ${judged.length} statements`}>
        {judged.map(({ title, where, lines }) => (
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
