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
  'small-total': 'A count of all of them, or of those followed for less, is too small to be shown.',
};

function reasonOf({ reason, breakdown }: HiddenGroup): string {
  return reason === 'nested' && breakdown === 'site'
    ? 'Sites are shown for everybody only.'
    : reasons[reason];
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
            { heading: 'Group' },
            { heading: 'By' },
            { heading: 'Clients' },
            { heading: 'Why' },
          ]}
          rows={hidden.map((one) => ({
            key: `${one.followUpGroup} ${one.breakdown ?? ''} ${one.group ?? ''}`,
            cells: [
              one.group ?? 'All groups',
              one.breakdown === null ? 'Every table' : breakdownName(one.breakdown),
              groupNames[one.followUpGroup],
              reasonOf(one),
            ],
          }))}
        />
      )}
    </section>
  );
}
