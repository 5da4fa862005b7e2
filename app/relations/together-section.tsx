import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { OddsRatioPlot } from '#app/components/charts/odds-ratio-plot.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import type { ItemsView, TogetherView } from './relations-view.ts';

/** The four inputs in one regression. */
export function TogetherSection({
  together,
  caution,
}: {
  together: TogetherView;
  caution: string;
}) {
  const { finding, rows, plot, facts, notes } = together;
  return (
    <section className="gt-section" aria-labelledby="together-heading">
      <ChartFigure
        id="together"
        heading={finding}
        headingLevel={3}
        definition="Grouped binomial regression of job entries on fidelity, integration, employer contacts and meetings, with overdispersion (quasi-binomial). An odds ratio above 1 goes with more job entries, the other inputs held equal."
        caution={caution}
        table={{
          caption: 'Odds ratios',
          captionSize: 's',
          wide: true,
          columns: [
            { heading: 'Step' },
            { heading: 'Odds ratio', numeric: true },
            { heading: '95% interval', numeric: true },
            { heading: 'p', numeric: true },
            { heading: 'Check (beta-binomial)', numeric: true },
          ],
          rows: rows.map((row) => ({
            key: row.label,
            cells: [row.label, row.oddsRatio, row.interval, row.p, row.check],
          })),
        }}
      >
        <OddsRatioPlot
          id="together-plot"
          title="Odds ratios of job entry, the other inputs held equal"
          description={`${finding} The table beside holds the same figures.`}
          rows={plot}
          emptyText="There is no model to draw."
        />
      </ChartFigure>
      <SummaryList rows={facts.map(({ name, value }) => ({ key: name, value }))} />
      {notes.length > 0 && <p className="govuk-hint">{notes.join(' ')}</p>}
    </section>
  );
}

/** The 25 items one by one, allowing for 25 tests. */
export function ItemsSection({ items }: { items: ItemsView }) {
  return (
    <section className="gt-section" aria-labelledby="items-heading">
      <h3 className="govuk-heading-m" id="items-heading">
        {items.finding}
      </h3>
      {items.rows.length > 0 && (
        <Table
          caption="Each item’s score with the rate: Spearman’s rank correlation, p values adjusted for 25 tests (Benjamini–Hochberg)"
          captionSize="s"
          wide
          small
          columns={[
            { heading: 'Item' },
            { heading: 'Teams', numeric: true },
            { heading: 'Correlation', numeric: true },
            { heading: '95% interval', numeric: true },
            { heading: 'p', numeric: true },
            { heading: 'Adjusted p', numeric: true },
            { heading: 'Reading' },
          ]}
          rows={items.rows.map((row) => ({
            key: row.item,
            cells: [row.item, row.teams, row.rho, row.interval, row.p, row.adjusted, row.finding],
          }))}
        />
      )}
    </section>
  );
}
