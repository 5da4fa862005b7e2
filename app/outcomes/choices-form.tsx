import { FilterForm } from '#app/components/filter-form.tsx';
import { followUpGroups } from '#scoring/outcomes/report/outcomes-report.ts';

import type { FirstJobsChoice } from './first-jobs-choice.ts';
import type { ChosenComparator, OutcomesChoices } from './outcomes-view.ts';
import { groupNames } from './outcomes-words.ts';

interface ChoicesFormProps {
  choices: OutcomesChoices;
  /** Where groups are compared. */
  comparator?: ChosenComparator;
  /** Where first jobs are told by group. */
  firstJobsBy?: FirstJobsChoice;
}

/** Which round, of whom, and what groups are held against. */
export function ChoicesForm({
  choices: { rounds, round, group },
  comparator,
  firstJobsBy,
}: ChoicesFormProps) {
  const groups = followUpGroups.map((value) => ({ value, label: groupNames[value] }));
  return (
    <FilterForm
      label="Round, follow-up and groups"
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
        ...(firstJobsBy === undefined
          ? []
          : [
              {
                name: 'first-jobs',
                label: 'Time to first job by',
                items: firstJobsBy.items,
                chosen: firstJobsBy.value,
              },
            ]),
      ]}
    />
  );
}
