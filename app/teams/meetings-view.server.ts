import { decimalWords, percentWords } from '#app/relations/figure-words.ts';
import { formatMonth } from '#scoring/calendar/iso-day.ts';
import type { DisclosurePolicy, Viewer } from '#scoring/disclosure/disclosure-policy.ts';
import { disclosedMean } from '#scoring/disclosure/disclosed-mean.ts';
import { countFor } from '#scoring/disclosure/figure-for.ts';
import { suppressedTable } from '#scoring/disclosure/suppressed-table.ts';
import {
  clientsBehindMeetings,
  type MeetingBandShares,
  type MeetingsPerClient,
} from '#scoring/meetings/meetings-per-client.ts';

import type { MeetingsView } from './team-view.ts';

/** Meetings per client and month over the period, and clients by meetings since enrolment at its end. */
export function meetingsView(
  meetings: MeetingsPerClient | undefined,
  viewer: Viewer,
  policy: DisclosurePolicy,
): MeetingsView {
  if (meetings?.status !== 'measured') {
    return {
      figure: 'None',
      words: meetings?.reason ?? 'No month of this period has been returned.',
      bands: [],
      month: null,
      missing: meetings?.monthsMissing.map(formatMonth) ?? [],
    };
  }
  const { bandShares, monthsReturned, meetingsPerClientMonth } = meetings;
  const mean = disclosedMean(
    viewer,
    { n: clientsBehindMeetings(meetings), value: meetingsPerClientMonth, lower: null, upper: null },
    policy,
  );
  const months = `${monthsReturned.length} ${monthsReturned.length === 1 ? 'month' : 'months'}`;
  return {
    figure: mean.value === null ? '*' : decimalWords(mean.value, 1),
    words: `meetings per client and month over ${months} returned.`,
    bands: bandsOf(bandShares, viewer, policy),
    month: formatMonth(bandShares.month),
    missing: meetings.monthsMissing.map(formatMonth),
  };
}

/** Clients by band: the bands make up the clients on the books, so a single hidden one takes another with it. */
function bandsOf(
  { clientsWithoutMeetings, clientsOnBooks, shares }: MeetingBandShares,
  viewer: Viewer,
  policy: DisclosurePolicy,
): MeetingsView['bands'] {
  const labels = ['0', ...shares.map(({ label }) => label), 'All clients on the books'];
  const counts = [clientsWithoutMeetings, ...shares.map(({ clients }) => clients)];
  if (viewer === 'own-team') {
    return [...counts, clientsOnBooks].map((count, index) => ({
      label: labels[index] ?? '',
      clients: countFor(viewer, count, policy).text,
      share: shareWords(index, shares),
    }));
  }
  const table = suppressedTable([counts], policy);
  const [row = []] = table.cells;
  const [total] = table.rowTotals;
  return [...row, ...(total === undefined ? [] : [total])].map(({ text }, index) => ({
    label: labels[index] ?? '',
    clients: text,
    // A share with its counts hidden would give them away.
    share: '–',
  }));
}

function shareWords(index: number, shares: MeetingBandShares['shares']): string {
  const share = shares[index - 1]?.share ?? null;
  return share === null ? '–' : percentWords(share);
}
