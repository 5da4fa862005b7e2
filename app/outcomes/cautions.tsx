import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';

import { linkageCautions } from './outcomes-words.ts';

/** Stands with every linked figure. */
export function Cautions() {
  return (
    <section aria-labelledby="cautions-heading">
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1" id="cautions-heading">
        Read with care
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {[...linkageCautions, findingsCaution].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
