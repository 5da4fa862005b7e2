import { Table } from '#app/components/govuk/table.tsx';
import { figureWords } from '#app/relations/figure-words.ts';

import type { FigureEightReport, TeamFacts } from './figure-eight-report.ts';
import { classSentence, meetingsMean, readingOf, referenceName } from './figure-eight-words.ts';

/** Plain figures of each team, the one compared with among them. */
export function TeamFactsTable({ report }: { report: FigureEightReport }) {
  const { teams, reference } = report;
  const rows: { key: string; facts: TeamFacts; name: string }[] = [
    { key: 'reference', facts: reference, name: `${reference.name} (compared with)` },
    ...teams.map((facts) => ({ key: facts.anchor, facts, name: facts.name })),
  ];
  return (
    <Table
      caption="Clients, job starts and meetings"
      captionSize="m"
      wide
      columns={[
        { heading: 'Team' },
        { heading: 'Clients', numeric: true },
        { heading: 'Job starts', numeric: true },
        { heading: 'Rate', numeric: true },
        { heading: '95% interval', numeric: true },
        { heading: 'Meetings a client', numeric: true },
      ]}
      rows={rows.map(({ key, facts, name }) => {
        const { clients, entries, rate, interval } = figureWords(facts.figure);
        return { key, cells: [name, clients, entries, rate, interval, meetingsMean(facts)] };
      })}
    />
  );
}

/** What the figure says of each team, in words for its leader. */
export function TeamReadings({ report }: { report: FigureEightReport }) {
  return (
    <div className="govuk-!-width-two-thirds">
      <h2 className="govuk-heading-m">
        {report.teams.length === 1 ? 'In plain words' : 'Each team in plain words'}
      </h2>
      {report.teams.map((team) => (
        <section key={team.anchor} id={team.anchor} aria-labelledby={`${team.anchor}-heading`}>
          <h3 className="govuk-heading-s" id={`${team.anchor}-heading`}>
            {classSentence(team, report)}
          </h3>
          {readingOf(team, report).map((paragraph, index) => (
            <p key={index} className="govuk-body">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
      <p className="govuk-body">
        {report.population === 'records'
          ? 'All other teams together are what the team is compared with, so nothing is said of them.'
          : `${referenceName(report)} is the team that others are compared with, so nothing is said of it here. Compare with another team to read about it.`}
      </p>
    </div>
  );
}
