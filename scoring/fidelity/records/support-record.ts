import { addDays } from '#scoring/calendar/iso-day.ts';
import { besideOnly, recordedShare, shareOfRows, type RecordedItem } from './recorded-item.ts';
import {
  activeDays,
  hasMeeting,
  isInWorkOn,
  isOpenOn,
  type RecordedClient,
} from './team-records.ts';

/**
 * How many clients in work the team still meets: beside item 22.
 *
 * For: the item page of a review; it proposes nothing, since the kind of support is not recorded.
 * Formula: clients with a job that runs on the day and an open case, of whom those met in the last 28 days, in any
 * form and in person. Clients in work whose case is closed are counted apart.
 * @param clients clients of the team with jobs, and meetings of the 28 days up to the day
 * @param day ISO day
 * @returns two percentages of clients in work
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "What the team's own records can show". Checked: by hand.
 */
export function recordedSupport(clients: readonly RecordedClient[], day: string): RecordedItem {
  const window = { from: addDays(day, 1 - activeDays), to: day };
  const inWork = clients.filter((client) => isInWorkOn(client, day));
  const open = inWork.filter((client) => isOpenOn(client, day));
  const unused = [
    { count: inWork.length - open.length, what: 'clients in work whose case is closed' },
  ];
  const none = 'No client with an open case is in work.';
  const met = (kind: 'any' | 'in-person') =>
    shareOfRows(open, (client) => hasMeeting(client, window, kind), none);
  const wholeLabel = 'clients in work';
  return besideOnly(
    [
      recordedShare(
        met('any'),
        {
          label: 'Clients in work with a contact in the last 28 days',
          partLabel: 'met',
          wholeLabel,
        },
        window,
        unused,
      ),
      recordedShare(
        met('in-person'),
        { label: 'The same, in person', partLabel: 'met in person', wholeLabel },
        window,
        unused,
      ),
    ],
    ['What the support was about, and help given to employers, is not recorded.'],
  );
}
