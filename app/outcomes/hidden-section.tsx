import { Table } from '#app/components/govuk/table.tsx';
import type { HiddenGroup } from '#scoring/outcomes/release/outcomes-release.ts';

import { breakdownName, groupNames } from './outcomes-words.ts';

const reasons: Readonly<Record<HiddenGroup['reason'], string>> = {
  'few-people': 'One of its counts is too small to be shown.',
  'not-publishable': 'It has fewer clients than a site needs for its figures to be published.',
  'goes-with-another':
    'Its own counts could be shown. It is hidden so that another’s do not follow from the total.',
  nested:
    'Everybody’s figures less these would tell small numbers, or ways of grouping that overlap would.',
  starts:
    'Tables about starting a job alone: beside those about working they would tell how many of a few were in work already.',
  'small-total': 'A count of all of them, or of those followed for less, is too small to be shown.',
  months:
    'First jobs by month and their curve alone: in some month too few began one, of these or of the others among everybody.',
  periods:
    'Time to first job alone: however months are put together, a group has too few first jobs in a period, or hidden groups would follow.',
  'longer-periods':
    'Time to first job alone, in quarters: it is told in longer periods, since in a quarter a group has too few first jobs, or hidden groups would follow.',
  'no-whole-percents':
    'The share of all who had started a job alone: it is a whole percent, and the group is too small for those.',
};

/** First jobs by month are no table by groups. */
const ofMonths: readonly HiddenGroup['reason'][] = ['months', 'no-whole-percents'];

function tableWords({ breakdown, reason }: HiddenGroup): string {
  if (breakdown !== null) return breakdownName(breakdown);
  return ofMonths.includes(reason) ? 'First jobs by month' : 'Every table';
}

function reasonOf({ reason, breakdown }: HiddenGroup): string {
  return reason === 'nested' && breakdown === 'site'
    ? 'Sites are shown for everybody only.'
    : reasons[reason];
}

interface HiddenTogether {
  names: string[];
  by: string;
  clients: string;
  why: string;
}

/** Groups of one breakdown that are hidden for the same reason: of small sites there are dozens. */
function together(hidden: readonly HiddenGroup[]): HiddenTogether[] {
  const lines = new Map<string, HiddenTogether>();
  for (const one of hidden) {
    const { followUpGroup, breakdown, group, reason } = one;
    const key = `${followUpGroup} ${breakdown ?? ''} ${reason}`;
    const line = lines.get(key) ?? {
      names: [],
      by: tableWords(one),
      clients: groupNames[followUpGroup],
      why: reasonOf(one),
    };
    line.names.push(group ?? 'All groups');
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** For analysts alone, before a release. */
export function HiddenSection({ hidden }: { hidden: readonly HiddenGroup[] }) {
  return (
    <section className="gt-section" aria-labelledby="hidden-heading">
      <h2 className="govuk-heading-m" id="hidden-heading">
        What is hidden, and why
      </h2>
      <p className="govuk-body">
        Only analysts see this, and no hidden number is in it. Do not publish it: which figures are
        small helps to find them.
      </p>
      {hidden.length === 0 ? (
        <p className="govuk-body">Nothing is hidden.</p>
      ) : (
        <Table
          caption="Hidden groups"
          captionHidden
          wide
          columns={[
            { heading: 'Groups' },
            { heading: 'By' },
            { heading: 'Clients' },
            { heading: 'Why' },
          ]}
          rows={together(hidden).map(({ names, by, clients, why }) => ({
            key: `${clients} ${by} ${why}`,
            cells: [names.join('; '), by, clients, why],
          }))}
        />
      )}
    </section>
  );
}
