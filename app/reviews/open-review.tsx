import { BackLink } from '#app/components/govuk/back-link.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { TaskList } from '#app/components/govuk/task-list.tsx';

import type { OpenReviewPage } from './open-review.server.ts';
import { TotalSummary } from './total-summary.tsx';

/** The task list of an open review: the items in their sections, then what comes after scoring. */
export function OpenReview(page: OpenReviewPage) {
  const { teamName, kind, visits, scaleName, reviewers, scoring } = page;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/reviews">Back to fidelity reviews</BackLink>
        <span className="govuk-caption-l">{kind}</span>
        <h1 className="govuk-heading-l">Fidelity review: {teamName}</h1>
        <SummaryList
          rows={[
            { key: 'Visit', value: visits },
            { key: 'Scale', value: scaleName },
            ...reviewers.map(({ name, state }) => ({ key: name, value: state })),
          ]}
        />
        {scoring === null ? (
          <p className="govuk-body">
            Scores are seen by the reviewers alone until the review is signed off.
          </p>
        ) : (
          <Scoring {...scoring} />
        )}
      </div>
    </div>
  );
}

/** Items first while there is scoring to do; afterwards what comes next stands above them. */
function Scoring({ isSubmitted, sections, total, steps }: NonNullable<OpenReviewPage['scoring']>) {
  const next = (
    <>
      <h2 className="govuk-heading-m">
        {isSubmitted ? 'What comes next' : 'When all items are scored'}
      </h2>
      <TaskList items={steps} idPrefix="steps" />
    </>
  );
  return (
    <>
      <p className="govuk-body">
        {isSubmitted
          ? 'You have submitted your scores. They are final.'
          : 'Score each item on your own. Only you see your scores until every reviewer has submitted.'}
      </p>
      {isSubmitted && next}
      {sections.map(({ title, tasks }, index) => (
        <section key={title}>
          <h2 className="govuk-heading-m">{title}</h2>
          <TaskList items={tasks} idPrefix={`section-${index + 1}`} />
        </section>
      ))}
      <h2 className="govuk-heading-m">Your total</h2>
      <TotalSummary total={total} title="Your scores" />
      {!isSubmitted && next}
    </>
  );
}
