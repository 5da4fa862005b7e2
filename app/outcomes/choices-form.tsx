import { FilterForm } from '#app/components/filter-form.tsx';
import { followUpGroups } from '#scoring/outcomes/report/outcomes-report.ts';

import type { ChosenComparator, OutcomesChoices } from './outcomes-view.ts';
import { groupNames } from './outcomes-words.ts';

interface ChoicesFormProps {
  choices: OutcomesChoices;
  /** Where groups are compared. */
  comparator?: ChosenComparator;
}

/** Which round, of whom, and what groups are held against. */
export function ChoicesForm({ choices: { rounds, round, group }, comparator }: ChoicesFormProps) {
  const groups = followUpGroups.map((value) => ({ value, label: groupNames[value] }));
  return (
    <FilterForm
      label="Round, follow-up and comparison"
      choices={[
        { name: 'round', label: 'Round', items: rounds, chosen: round },
        { name: 'follow-up', label: 'Clients', items: groups, chosen: group },
        ...(comparator === undefined
          ? []
          : [
              {
                name: 'against',
                label: 'Compare each group with',
                items: comparator.items,
                chosen: comparator.value,
              },
            ]),
      ]}
    />
  );
}
