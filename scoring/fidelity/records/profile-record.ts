import { yearUpTo } from './job-record.ts';
import { besideOnly, recordedShare, shareOfRows, type RecordedItem } from './recorded-item.ts';
import { isOpenOn, type RecordedClient } from './team-records.ts';

/**
 * Vocational profiles, and those dated after a job ended: beside item 14.
 *
 * For: the item page of a review; it proposes nothing, since the item is a description.
 * Formula: open clients with a dated profile / open clients; and of the jobs that ended in the 12 months up to the day,
 * those whose client's profile is dated on or after the last day in the job.
 * @param clients clients of the team with jobs and the date of the profile, null without one
 * @param day ISO day
 * @returns two percentages
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "What the team's own records can show". Checked: by hand.
 */
export function recordedProfiles(
  clients: readonly (RecordedClient & { profileOn: string | null })[],
  day: string,
): RecordedItem {
  const window = yearUpTo(day);
  const open = clients.filter((client) => isOpenOn(client, day));
  const ended = clients.flatMap(({ jobs, profileOn }) =>
    jobs.flatMap(({ endedOn }) =>
      endedOn !== null && window.from <= endedOn && endedOn <= day ? [{ endedOn, profileOn }] : [],
    ),
  );
  const isDated = ({ profileOn }: { profileOn: string | null }) =>
    profileOn !== null && profileOn <= day;
  return besideOnly(
    [
      recordedShare(
        shareOfRows(open, isDated, 'No client is on the books.'),
        {
          label: 'Clients with a vocational profile',
          partLabel: 'with a profile',
          wholeLabel: 'clients on the books',
        },
        { from: day, to: day },
      ),
      recordedShare(
        shareOfRows(
          ended,
          (job) => isDated(job) && job.profileOn !== null && job.profileOn >= job.endedOn,
          'No job ended in the last 12 months.',
        ),
        {
          label: 'Profiles dated after a job ended',
          partLabel: 'dated after it',
          wholeLabel: 'jobs that ended',
        },
        window,
      ),
    ],
    [
      'Only the newest date of a profile is kept. Whether it was used for matching is not recorded.',
    ],
  );
}
