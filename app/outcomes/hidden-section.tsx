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
};

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
      by: breakdown === null ? 'Every table' : breakdownName(breakdown),
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
