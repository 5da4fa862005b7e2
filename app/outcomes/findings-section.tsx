import { demoFindings, roundFindings } from './outcomes-words.ts';

interface FindingsSectionProps {
  heading: string;
  findings: readonly string[];
  isDemo: boolean;
  /** Where more is said of them. */
  href: string;
}

/** What tests in a round's own data hold, said to be that: the published report's statements stand elsewhere. */
export function FindingsSection({ heading, findings, isDemo, href }: FindingsSectionProps) {
  return (
    <section className="gt-section" aria-labelledby="findings-heading">
      <h2 className="govuk-heading-m" id="findings-heading">
        {isDemo ? `${heading}, in the demonstration’s data` : heading}
      </h2>
      <p className="govuk-body">
        {isDemo ? demoFindings : roundFindings}{' '}
        <a className="govuk-link" href={href}>
          Against whom they hold one by one
        </a>
        .
      </p>
      {findings.length === 0 ? (
        <p className="govuk-body">No difference between groups that are shown is clear.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {findings.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
