import { Table } from '#app/components/govuk/table.tsx';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import type { ContactRate } from '#scoring/employers/contact-rate.ts';

import type { ContactRateRow, ContactRateTable } from './contact-rates.server.ts';

const decimals = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Both counts side by side in every window; no target and no colour. */
export function ContactRates({ table }: { table: ContactRateTable }) {
  const windows = table.team.windows.map(({ weeks }) => weeks);
  return (
    <>
      <Table
        wide
        small
        caption={`Contacts a working week, up to ${formatDay(table.to)}`}
        captionSize="m"
        columns={[
          { heading: 'Employment specialist' },
          ...windows.flatMap((weeks) => [
            { heading: `${weekWords(weeks)}: strict`, numeric: true },
            { heading: `${weekWords(weeks)}: all modes`, numeric: true },
          ]),
        ]}
        rows={[...table.rows, table.team].map((row) => ({
          key: row.name,
          cells: [row.name, ...cellsOf(row)],
        }))}
      />
      <p className="govuk-body-s">
        Strict: in person, with somebody who hires or has a say in it, for clients looking for work.
        All modes: any conversation, and messages that were answered. Under each rate: contacts in
        working weeks, which allow for part-time hours, leave and bank holidays; a team leader’s
        contacts are listed but in no rate. One week says little: somebody who makes 6 a week on
        average falls below 6 in nearly half of all weeks.
      </p>
    </>
  );
}

const weekWords = (weeks: number) => (weeks === 1 ? 'Last week' : `${weeks} weeks`);

function cellsOf(row: ContactRateRow) {
  return row.windows.flatMap(({ weeks, strict, allModes }) => [
    <Rate key={`${weeks} strict`} rate={strict} />,
    <Rate key={`${weeks} all`} rate={allModes} />,
  ]);
}

function Rate({ rate }: { rate: ContactRate }) {
  const weeks = decimals.format(rate.workingWeeks);
  const parts = `${rate.contacts} in ${weeks}`;
  if (rate.status === 'too-few') {
    return (
      <>
        No rate
        <span className="gt-detail">{parts}</span>
      </>
    );
  }
  return (
    <>
      {decimals.format(rate.contactsPerWeek)}
      <span className="gt-detail">{parts}</span>
    </>
  );
}
