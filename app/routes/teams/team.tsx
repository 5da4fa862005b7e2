import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { teamLinks } from '#app/teams/team-links.server.ts';
import { teamReader } from '#app/teams/team-reader.server.ts';
import { teamView } from '#app/teams/team-view.server.ts';
import type { InputFact, TeamView } from '#app/teams/team-view.ts';

export const handle: RouteHandle<{ name: string }> = {
  title: ({ name }) => name,
  wide: true,
  isStatic: true,
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, today } = context;
  const user = signedInUser(context);
  const teamId = params.teamId ?? '';
  const viewer = await teamReader(db, user, teamId);
  const { searchParams: search } = new URL(request.url);
  const links = teamLinks(user, teamId);
  const mayOpenRecords = user.role !== 'reviewer';
  const view =
    viewer === undefined
      ? undefined
      : await teamView(context, { teamId, viewer, search, today, links, mayOpenRecords });
  if (view === undefined) throw new Response('Not found', { status: 404 });
  return view;
}

export default function TeamPage() {
  const team = useLoaderData<typeof loader>() as TeamView;
  return (
    <>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <h1 className="govuk-heading-l">{team.name}</h1>
          <PeriodForm team={team} />
          <Rate team={team} />
          <h2 className="govuk-heading-m">The four inputs</h2>
          <Inputs team={team} />
          <Contacts team={team} />
          <Meetings team={team} />
          {team.isProtected && (
            <p className="govuk-hint">
              Counts of people are rounded to fives, and counts from 1 to 7 are hidden (*).
            </p>
          )}
        </div>
        <div className="govuk-grid-column-one-third">
          <Aside team={team} />
        </div>
      </div>
    </>
  );
}

function PeriodForm({ team }: { team: TeamView }) {
  return (
    <form method="get" className="gt-filters" aria-label="Period and definition">
      <Select
        id="definition"
        name="definition"
        label="Definition of a job entry"
        items={team.definitions}
        defaultValue={team.chosen.definition}
      />
      <Select
        id="period"
        name="period"
        label="Half-year"
        items={team.periods}
        defaultValue={team.chosen.period}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
}

function Rate({ team: { rate, periodLabel } }: { team: TeamView }) {
  return (
    <section className="gt-section" aria-labelledby="rate-heading">
      <h2 className="govuk-heading-m" id="rate-heading">
        Job-entry rate, {periodLabel}
      </h2>
      <RateFigure rate={rate} />
      {rate.benchmark !== null && (
        <>
          <p className="govuk-body">Benchmark: {rate.benchmark.words}.</p>
          <p className="govuk-hint">
            Only jobs begun by the end of the period count, so clients who came late in it have had
            little time to find one. The definition with six months or more to find work leaves them
            out.
          </p>
        </>
      )}
      <Details summary={`What counts under “${rate.definition}”`}>
        <p className="govuk-body">
          <strong>Counted:</strong> {rate.numerator}.
        </p>
        <p className="govuk-body">
          <strong>Out of:</strong> {rate.denominator}.
        </p>
        {rate.notes.length > 0 && (
          <ul className="govuk-list govuk-list--bullet">
            {rate.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </Details>
    </section>
  );
}

function RateFigure({ rate }: { rate: TeamView['rate'] }) {
  if (rate.status === 'none') return <p className="govuk-body">No clients count in this period.</p>;
  if (rate.status === 'hidden' || rate.bar === null) {
    return <p className="govuk-body">Not shown: the numbers are too small to protect people.</p>;
  }
  return (
    <>
      <p className="gt-figure-large">
        <strong>{rate.rate}</strong>{' '}
        <span className="govuk-body">
          {rate.counts} clients, 95% interval {rate.interval}
        </span>
      </p>
      <DotPlot
        id="rate-plot"
        title="Job-entry rate with its interval"
        description={`Rate ${rate.rate}, 95% interval ${rate.interval}.`}
        rows={[
          {
            key: 'team',
            label: 'This team',
            value: rate.bar.value,
            low: rate.bar.low,
            high: rate.bar.high,
          },
        ]}
        axis={{ title: 'Job-entry rate', format: 'percent' }}
        reference={
          rate.benchmark === null ? undefined : { value: rate.benchmark.value, label: 'Benchmark' }
        }
      />
    </>
  );
}

function Inputs({ team }: { team: TeamView }) {
  return (
    <SummaryList
      rows={[
        inputRow('Fidelity', team.fidelity),
        inputRow('Integration', team.integration),
        {
          key: 'Employer contacts',
          value: `${team.contacts.period.strict} a working week in person (strict), ${team.contacts.period.allModes} in all modes, over ${team.periodLabel}`,
        },
        { key: 'Meetings', value: `${team.meetings.figure} ${team.meetings.words}` },
      ]}
    />
  );
}

function inputRow(key: string, fact: InputFact) {
  return {
    key,
    value: (
      <>
        <strong>{fact.figure}</strong> {fact.words}
      </>
    ),
    actions: fact.href === null ? [] : [{ href: fact.href, text: fact.linkText }],
  };
}

function Contacts({ team: { contacts } }: { team: TeamView }) {
  return (
    <Table
      caption="Employer contacts a working week"
      captionSize="m"
      wide
      columns={[
        { heading: 'Weeks' },
        { heading: 'Strict', numeric: true },
        { heading: 'All modes', numeric: true },
        { heading: 'Working weeks', numeric: true },
      ]}
      rows={contacts.windows.map(({ label, strict, allModes, weeks }) => ({
        key: label,
        cells: [label, strict, allModes, weeks],
      }))}
    />
  );
}

function Meetings({ team: { meetings } }: { team: TeamView }) {
  return (
    <>
      {meetings.bands.length > 0 && (
        <Table
          caption={`Clients by meetings since enrolment, end of ${meetings.month ?? ''}`}
          captionSize="m"
          wide
          columns={[
            { heading: 'Meetings' },
            { heading: 'Clients', numeric: true },
            { heading: 'Share of those with a meeting', numeric: true },
          ]}
          rows={meetings.bands.map(({ label, clients, share }) => ({
            key: label,
            cells: [label, clients, share],
          }))}
        />
      )}
      {meetings.missing.length > 0 && (
        <p className="govuk-body">Months not returned: {meetings.missing.join(', ')}.</p>
      )}
    </>
  );
}

function Aside({ team }: { team: TeamView }) {
  return (
    <>
      {team.links.length > 0 && (
        <nav aria-labelledby="team-links">
          <h2 className="govuk-heading-m" id="team-links">
            This team
          </h2>
          <ul className="govuk-list govuk-list--spaced">
            {team.links.map(({ href, text }) => (
              <li key={href}>
                <a className="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <h2 className="govuk-heading-m">About the team</h2>
      <dl className="gt-facts">
        {team.facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
