import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import type { CountedReason, FigureEightReport } from './figure-eight-report.ts';
import { methodFacts } from './figure-eight-words.ts';

/** How the figure was worked out, and who is not in it. */
export function MethodSection({ report }: { report: FigureEightReport }) {
  const { given, notAnswered, landmark } = report;
  return (
    <section className="gt-section govuk-!-width-two-thirds" aria-labelledby="method-heading">
      <h2 className="govuk-heading-m" id="method-heading">
        How this was worked out
      </h2>
      <SummaryList rows={methodFacts(report).map(({ name, value }) => ({ key: name, value }))} />
      {landmark.length > 0 && (
        <CountTable caption="Clients of the landmark variant" heading="Clients" rows={landmark} />
      )}
      {notAnswered.length > 0 && (
        <CountTable
          caption={`Clients of ${given} left out for an answer that is not known (some for several)`}
          heading="Question"
          rows={notAnswered}
        />
      )}
      <p className="govuk-hint">
        Counts of people are rounded and small ones hidden, but for a team’s own.
      </p>
    </section>
  );
}

interface CountTableProps {
  caption: string;
  heading: string;
  rows: readonly CountedReason[];
}

function CountTable({ caption, heading, rows }: CountTableProps) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      columns={[{ heading }, { heading: 'Number', numeric: true }]}
      rows={rows.map(({ reason, clients }) => ({ key: reason, cells: [reason, clients] }))}
    />
  );
}
