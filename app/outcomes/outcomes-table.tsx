import { Table } from '#app/components/govuk/table.tsx';
import { getOutcomeMeasure, outcomeBases } from '#scoring/outcomes/tables/outcome-measures.ts';

import { DefinitionLink } from './definition-link.tsx';
import type { OutcomeTotal } from './outcomes-view.ts';
import { figureInWords, printedWords } from './outcomes-words.ts';

interface OutcomesTableProps {
  outcomes: readonly OutcomeTotal[];
  previousName: string | null;
  /** The choices of the page. */
  address: string;
}

/** Every outcome of a round, each with its own base. */
export function OutcomesTable({ outcomes, previousName, address }: OutcomesTableProps) {
  return (
    <Table
      caption="Outcomes, each with its own base"
      captionSize="m"
      wide
      columns={[
        { heading: 'Outcome and base' },
        { heading: 'With it, of base', numeric: true },
        { heading: 'Share or mean', numeric: true },
        { heading: '95% interval', numeric: true },
        { heading: 'Published', numeric: true },
        { heading: previousName ?? 'Previous round', numeric: true },
        { heading: 'Meaning' },
      ]}
      rows={outcomes.map(({ outcome, total, printed, previous }) => {
        const { name, base } = getOutcomeMeasure(outcome);
        const words = figureInWords(outcome, total);
        return {
          key: outcome,
          cells: [
            <OutcomeName
              key={outcome}
              name={name}
              base={outcomeBases[base]}
              href={`/outcomes/${outcome}?${address}`}
            />,
            words.counts,
            words.value,
            words.interval,
            printedWords(outcome, printed),
            previous === null ? '–' : figureInWords(outcome, previous).value,
            <DefinitionLink key="meaning" of={{ outcome }}>
              Definition<span className="govuk-visually-hidden"> of: {name}</span>
            </DefinitionLink>,
          ],
        };
      })}
    />
  );
}

function OutcomeName({ name, base, href }: { name: string; base: string; href: string }) {
  return (
    <>
      <a className="govuk-link" href={href}>
        {name}
      </a>
      <span className="govuk-hint govuk-!-display-block govuk-!-font-size-16 govuk-!-margin-bottom-0">
        {base}
      </span>
    </>
  );
}
