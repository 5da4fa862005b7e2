import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { followUpGroups } from '#scoring/outcomes/report/outcomes-report.ts';

import type { OutcomesChoices } from './outcomes-view.ts';
import { groupNames } from './outcomes-words.ts';

/** Which round, and of whom: a plain GET form, so that an address can be kept and sent on. */
export function ChoicesForm({ choices }: { choices: OutcomesChoices }) {
  return (
    <form method="get" className="gt-filters" aria-label="Round and follow-up">
      <Select
        id="round"
        name="round"
        label="Round"
        items={choices.rounds}
        defaultValue={choices.round}
      />
      <Select
        id="follow-up"
        name="follow-up"
        label="Clients"
        items={followUpGroups.map((value) => ({ value, label: groupNames[value] }))}
        defaultValue={choices.group}
      />
      <Button variant="secondary">Show</Button>
    </form>
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
