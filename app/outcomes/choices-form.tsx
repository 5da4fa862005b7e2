import { FilterForm } from '#app/components/filter-form.tsx';
import { followUpGroups } from '#scoring/outcomes/report/outcomes-report.ts';

import type { OutcomesChoices } from './outcomes-view.ts';
import { groupNames } from './outcomes-words.ts';

/** Which round, and of whom. */
export function ChoicesForm({ choices: { rounds, round, group } }: { choices: OutcomesChoices }) {
  const groups = followUpGroups.map((value) => ({ value, label: groupNames[value] }));
  return (
    <FilterForm
      label="Round and follow-up"
      choices={[
        { name: 'round', label: 'Round', items: rounds, chosen: round },
        { name: 'follow-up', label: 'Clients', items: groups, chosen: group },
      ]}
    />
  );
}

/** The same figures as files, with their method. */
export function Downloads({ address }: { address: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={`/outcomes/data.csv?${address}`}>
        Download as CSV
      </a>{' '}
      or{' '}
      <a className="govuk-link" href={`/outcomes/data.json?${address}`}>
        as JSON
      </a>
      . What the words mean:{' '}
      <a className="govuk-link" href="/definitions">
        definitions
      </a>
      .
    </p>
  );
}
