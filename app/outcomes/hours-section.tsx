import { Table } from '#app/components/govuk/table.tsx';
import { countWords } from '#app/relations/figure-words.ts';
import { longerHours } from '#scoring/outcomes/longer-hours.ts';

import { DefinitionLink } from './definition-link.tsx';
import { hoursPopulations } from './evidence-words.ts';
import { figureInWords } from './outcomes-words.ts';
import type { ProviderEvidence } from './provider-evidence.server.ts';

/** Hours a week, which only providers know. */
export function HoursSection({ hours }: Pick<ProviderEvidence, 'hours'>) {
  return (
    <section className="gt-section" aria-labelledby="hours-heading">
      <h2 className="govuk-heading-m" id="hours-heading">
        Jobs of {longerHours} hours a week or more
      </h2>
      <p className="govuk-body">
        <DefinitionLink of="outcomes-hours">Longer hours</DefinitionLink>, from providers’ own
        records: HMRC has no hours. The Via evaluation prints around 75%.
      </p>
      <Table
        caption={`Share of jobs with ${longerHours} hours a week or more`}
        captionHidden
        wide
        columns={[
          { heading: 'Jobs of' },
          { heading: `${longerHours} or more, of those with hours`, numeric: true },
          { heading: 'Share', numeric: true },
          { heading: '95% interval', numeric: true },
          { heading: 'Hours not recorded', numeric: true },
        ]}
        rows={(['evaluation', 'teams'] as const).map((key) => {
          const { share, notRecorded } = hours[key];
          // A share of jobs is printed as one of people is.
          const words = figureInWords('worked', share);
          const unknown = notRecorded === null ? '*' : countWords(notRecorded);
          return {
            key,
            cells: [hoursPopulations[key], words.counts, words.value, words.interval, unknown],
          };
        })}
      />
    </section>
  );
}
