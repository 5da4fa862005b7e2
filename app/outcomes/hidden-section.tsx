import { Table } from '#app/components/govuk/table.tsx';
import type { HiddenGroup } from '#scoring/outcomes/release/outcomes-release.ts';

import { breakdownName, groupNames } from './outcomes-words.ts';

const reasons: Readonly<Record<HiddenGroup['reason'], string>> = {
  'few-people': 'One of its counts is small',
  'not-publishable': 'Fewer clients than a published site needs',
  'goes-with-another': 'Goes with another, whose numbers would follow from the total',
  nested: 'Full less complete would tell small numbers, or ways of grouping that overlap would',
  'small-total': 'A count of all, or of those followed for less, is small',
};

/** For analysts alone, before a release. */
export function HiddenSection({ hidden }: { hidden: readonly HiddenGroup[] }) {
  return (
    <section className="gt-section" aria-labelledby="hidden-heading">
      <h2 className="govuk-heading-m" id="hidden-heading">
        What is hidden, and why
      </h2>
      <p className="govuk-body">
        Only analysts see this. Do not publish it: which figures are small helps to find them.
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
          rows={hidden.map(({ followUpGroup, breakdown, group, reason }) => ({
            key: `${followUpGroup} ${breakdown ?? ''} ${group ?? ''}`,
            cells: [
              group ?? 'All groups',
              breakdown === null ? 'Every table' : breakdownName(breakdown),
              groupNames[followUpGroup],
              reason === 'nested' && breakdown === 'site'
                ? 'Sites are shown for everybody only'
                : reasons[reason],
            ],
          }))}
        />
      )}
    </section>
  );
}
