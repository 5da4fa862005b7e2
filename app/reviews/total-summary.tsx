import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { FidelityTotal } from '#scoring/fidelity/total.ts';

import { scoredWords } from './review-words.ts';

interface Props {
  total: FidelityTotal;
  /** "Your scores", "Agreed scores". */
  title: string;
}

/** The total with its band, or, while items are open, the range it can still take; then the sections. */
export function TotalSummary({ total, title }: Props) {
  return (
    <section aria-label={title}>
      <InsetText>
        <TotalWords total={total} />
      </InsetText>
      <Table
        caption={`${title} by section`}
        captionSize="s"
        small
        columns={[
          { heading: 'Section' },
          { heading: 'Items scored', numeric: true },
          { heading: 'Points', numeric: true },
        ]}
        rows={total.sections.map((section) => ({
          key: section.key,
          cells: [
            section.title,
            `${section.itemsScored} of ${section.items}`,
            `${section.total} of ${section.items * 5}`,
          ],
        }))}
      />
    </section>
  );
}

function TotalWords({ total }: { total: FidelityTotal }) {
  if (total.status === 'complete') {
    return (
      <p className="govuk-body govuk-!-margin-bottom-0">
        Total <strong>{total.total}</strong> of {total.items * 5}:{' '}
        <strong>{total.band.label}</strong>
      </p>
    );
  }
  const { lowestTotal, highestTotal, lowestBand, highestBand } = total;
  const bands =
    lowestBand.key === highestBand.key
      ? lowestBand.label
      : `from ${lowestBand.label} to ${highestBand.label}`;
  return (
    <p className="govuk-body govuk-!-margin-bottom-0">
      <strong>{scoredWords(total)}.</strong> The total can still be anything from {lowestTotal} to{' '}
      {highestTotal}: {bands}.
    </p>
  );
}
