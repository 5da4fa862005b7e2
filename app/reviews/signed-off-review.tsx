import { BackLink } from '#app/components/govuk/back-link.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import { AnswerList } from './answer-list.tsx';
import type { SignedOffItem, SignedOffReviewPage } from './signed-off-review.server.ts';
import { TotalSummary } from './total-summary.tsx';

/** The result of a review, as its team and everybody else who may read it sees it. */
export function SignedOffReview(page: SignedOffReviewPage) {
  const { teamName, kind, visits, scaleName, reviewers, signedOff, previousReview } = page;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/reviews">Back to fidelity reviews</BackLink>
        <span className="govuk-caption-l">{kind}</span>
        <h1 className="govuk-heading-l">Fidelity review: {teamName}</h1>
        <SummaryList
          rows={[
            { key: 'Visit', value: visits },
            { key: 'Reviewers', value: reviewers.join(', ') },
            { key: 'Signed off', value: signedOff },
            { key: 'Scale', value: scaleName },
            { key: 'Review before this one', value: previousReview ?? 'None in this product' },
          ]}
        />
        {page.links.length > 0 && (
          <ul className="govuk-list">
            {page.links.map(({ href, text }) => (
              <li key={href}>
                <a className="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )}
        <h2 className="govuk-heading-m">Total</h2>
        <TotalSummary total={page.total} title="Agreed scores" />
        {page.sections.map((section) => (
          <SectionTable
            key={section.title}
            section={section}
            hasPrevious={previousReview !== null}
          />
        ))}
        <h2 className="govuk-heading-m">Reasons and evidence</h2>
        {page.sections.map(({ title, items }) => (
          <section key={title}>
            <h3 className="govuk-heading-s">{title}</h3>
            <SummaryList
              rows={items.map(({ number, title: item, score, answers }) => ({
                key: `${number}. ${item}`,
                value: (
                  <>
                    <p className="govuk-body">Score {score ?? 'not recorded'}</p>
                    <AnswerList answers={answers} />
                  </>
                ),
              }))}
            />
          </section>
        ))}
      </div>
    </div>
  );
}

interface SectionProps {
  section: { title: string; items: SignedOffItem[] };
  hasPrevious: boolean;
}

function SectionTable({ section: { title, items }, hasPrevious }: SectionProps) {
  const previousColumn = hasPrevious ? [{ heading: 'Last review', numeric: true }] : [];
  return (
    <Table
      caption={title}
      captionSize="m"
      columns={[{ heading: 'Item' }, ...previousColumn, { heading: 'Score', numeric: true }]}
      rows={items.map(({ number, title: item, score, previous }) => ({
        key: String(number),
        cells: [
          `${number}. ${item}`,
          ...(hasPrevious ? [previous ?? 'not scored'] : []),
          score ?? 'not scored',
        ],
      }))}
    />
  );
}
