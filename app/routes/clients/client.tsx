import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { clientAt } from '#app/clients/client-at.server.ts';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { clientWords } from '#app/forms/client.ts';
import { jobEntryWords, thirteenWeekDay } from '#app/forms/job-entry.ts';
import { profileWords } from '#app/forms/vocational-profile.ts';
import { findClientFactors } from '#db/queries/client-factors.ts';
import { listClientMeetings } from '#db/queries/client-meetings.ts';
import { listJobEntries, type JobEntry } from '#db/queries/job-entries.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Client' };

const doneWords = {
  added: 'Client added',
  changed: 'Client changed',
  profile: 'Vocational profile saved',
  job: 'Job entry saved',
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { teamId, client, here } = await clientAt(context.db, params);
  const { db, today } = context;
  const done = new URL(request.url).searchParams.get('done');
  const factors = await findClientFactors(db, teamId, client.id);
  const meetings = await listClientMeetings(db, teamId, client.id);
  const jobs = await listJobEntries(db, teamId, client.id);
  const since = meetings.filter(({ meetingDate }) => meetingDate >= client.enrolmentDate);
  return {
    teamId,
    here,
    reference: client.reference,
    notice: isDone(done) ? doneWords[done] : null,
    // The reference stands in the heading.
    facts: clientWords(client).slice(1),
    profile:
      factors === undefined
        ? null
        : profileWords({ profileDate: client.profileDate, values: factors }),
    meetings: { count: since.length, last: meetings[0]?.meetingDate ?? null },
    jobs: jobs.map((job) => jobOf(job, today)),
  };
}

function isDone(done: string | null): done is keyof typeof doneWords {
  return done !== null && Object.hasOwn(doneWords, done);
}

function jobOf(job: JobEntry, today: string) {
  const day = thirteenWeekDay(job.startDate);
  const ended = job.endDate !== null && job.endDate < day;
  const reached =
    day <= today ? `Reached ${formatDay(day)}` : `Reached if still in work on ${formatDay(day)}`;
  return {
    id: job.id,
    title: job.employerName ?? 'Self-employed, or no employer recorded',
    facts: jobEntryWords(job).slice(1),
    thirteenWeeks: ended ? 'Ended before' : reached,
  };
}

export default function ClientPage() {
  const { teamId, here, reference, notice, facts, profile, meetings, jobs } =
    useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/clients`}>Back to clients</BackLink>
        {notice !== null && <NotificationBanner type="success">{notice}</NotificationBanner>}
        <h1 className="govuk-heading-l">Client {reference}</h1>
        <h2 className="govuk-heading-m">Meetings</h2>
        <p className="govuk-body">{meetingWords(meetings)}</p>
        <ButtonLink href={`${here}/meetings`}>Log a meeting</ButtonLink>
        <h2 className="govuk-heading-m">Job entries</h2>
        {jobs.length === 0 && <p className="govuk-body">None recorded yet.</p>}
        {jobs.map((job) => (
          <section key={job.id} aria-label={`Job entry: ${job.title}`}>
            <h3 className="govuk-heading-s">{job.title}</h3>
            <SummaryList
              rows={[
                ...job.facts.map(({ label, text }) => ({ key: label, value: text || '–' })),
                { key: '13 weeks', value: job.thirteenWeeks },
              ]}
            />
            <p className="govuk-body">
              <a className="govuk-link" href={`${here}/job-entries/${job.id}`}>
                Change this job entry
              </a>
            </p>
          </section>
        ))}
        <ButtonLink href={`${here}/job-entries/new`} variant="secondary">
          Record a job entry
        </ButtonLink>
        <Facts
          title="Client’s record"
          rows={facts}
          link={{ href: `${here}/edit`, text: 'Change the client’s record' }}
        />
        <Facts
          title="Vocational profile"
          rows={profile}
          link={{
            href: `${here}/profile`,
            text: profile === null ? 'Fill in the vocational profile' : 'Change the profile',
          }}
        />
      </div>
    </div>
  );
}

function meetingWords({ count, last }: { count: number; last: string | null }): string {
  if (last === null) return 'None since enrolment.';
  const meetings = count === 1 ? '1 meeting' : `${count} meetings`;
  return `${meetings} since enrolment, the last on ${formatDay(last)}.`;
}

interface FactsProps {
  title: string;
  rows: readonly { label: string; text: string }[] | null;
  link: { href: string; text: string };
}

function Facts({ title, rows, link }: FactsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      {rows === null ? (
        <p className="govuk-body">Not filled in yet.</p>
      ) : (
        <SummaryList rows={rows.map(({ label, text }) => ({ key: label, value: text }))} />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={link.href}>
          {link.text}
        </a>
      </p>
    </>
  );
}
