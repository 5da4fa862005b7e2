import { withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';

import { outcomeTerms } from './outcome-terms.ts';

/** What the figures of the linked cohort mean, each entry a place that figures link to. */
export function OutcomeTermsSection() {
  return outcomeTerms.map(({ id, word, meaning, base }) => (
    <section key={id} id={id}>
      <h3 className="govuk-heading-s">{word}</h3>
      <p className="govuk-body">
        {meaning}
        {base !== null && ` Base: ${withSmallFirst(base)}.`}
      </p>
    </section>
  ));
}
