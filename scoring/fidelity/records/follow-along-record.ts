import { addCalendarMonths, addDays } from '#scoring/calendar/iso-day.ts';
import { yearUpTo } from './job-record.ts';
import {
  besideOnly,
  recordedShare,
  shareOfRows,
  type RecordedFigure,
  type RecordedItem,
} from './recorded-item.ts';
import { hasMeeting, type RecordedClient, type RecordedJob } from './team-records.ts';

interface StartedJob {
  client: RecordedClient;
  job: RecordedJob;
}

/** Whether the job still ran on a day that has come. */
function hasReached({ job }: StartedJob, until: string, day: string): boolean {
  return until <= day && (job.endedOn === null || job.endedOn >= until);
}

const isMetWeekly = ({ client, job }: StartedJob) =>
  [0, 7, 14, 21].every((step) =>
    hasMeeting(
      client,
      { from: addDays(job.startedOn, step), to: addDays(job.startedOn, step + 6) },
      'in-person',
    ),
  );

/** A stretch of days around a job's start, and the day the job must have reached to have had its chance. */
interface Stretch {
  label: string;
  partLabel: string;
  wholeLabel: string;
  until: (job: RecordedJob) => string;
  isMet: (started: StartedJob) => boolean;
}

const metBetween =
  (from: (start: string) => string, to: (start: string) => string) =>
  ({ client, job }: StartedJob) =>
    hasMeeting(client, { from: from(job.startedOn), to: to(job.startedOn) }, 'in-person');

const stretches: readonly Stretch[] = [
  {
    label: 'Met in person in the week before the start',
    partLabel: 'met',
    wholeLabel: 'job starts',
    until: ({ startedOn }) => startedOn,
    isMet: metBetween(
      (start) => addDays(start, -7),
      (start) => addDays(start, -1),
    ),
  },
  {
    label: 'Met in person within three days after the start',
    partLabel: 'met',
    wholeLabel: 'jobs that ran so long',
    until: ({ startedOn }) => addDays(startedOn, 3),
    isMet: metBetween(
      (start) => start,
      (start) => addDays(start, 3),
    ),
  },
  {
    label: 'Met in person every week of the first four',
    partLabel: 'met every week',
    wholeLabel: 'jobs that ran so long',
    until: ({ startedOn }) => addDays(startedOn, 27),
    isMet: isMetWeekly,
  },
  {
    label: 'Met in person in the fifth month in work',
    partLabel: 'still met',
    wholeLabel: 'jobs that ran so long',
    until: ({ startedOn }) => addDays(addCalendarMonths(startedOn, 5), -1),
    isMet: metBetween(
      (start) => addCalendarMonths(start, 4),
      (start) => addDays(addCalendarMonths(start, 5), -1),
    ),
  },
];

/**
 * How early, how often and how long clients in work are met: beside item 23.
 *
 * For: the item page of a review; it proposes nothing, since the item is a description.
 * Formula: jobs that started in the 12 months up to the day and ran to the end of each stretch, of which those whose
 * client was met in person in it: the week before the start; the start and three days after it; each of the first four
 * weeks; the fifth month (which is to be met for at least four months, ours). A closed case is no reason to be
 * left out: support is to go on.
 * @param clients clients of the team with their jobs and meetings
 * @param day ISO day
 * @returns four percentages of jobs
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, item 23. Checked: by hand, both sides of every edge.
 */
export function recordedFollowAlong(clients: readonly RecordedClient[], day: string): RecordedItem {
  const window = yearUpTo(day);
  const started = clients.flatMap((client) =>
    client.jobs
      .filter(({ startedOn }) => window.from <= startedOn && startedOn <= day)
      .map((job) => ({ client, job })),
  );
  const figures = stretches.map(({ until, isMet, ...words }): RecordedFigure => {
    const reached = started.filter((each) => hasReached(each, until(each.job), day));
    const measurement = shareOfRows(
      reached,
      isMet,
      'No job started in the last 12 months ran so long.',
    );
    const unused = [
      {
        count: started.length - reached.length,
        what: 'jobs that ended sooner or are not there yet',
      },
    ];
    return recordedShare(measurement, words, window, unused);
  });
  return besideOnly(figures, [
    'Whether a case was closed because time was up, or support was stepped down by plan, is not recorded.',
  ]);
}
