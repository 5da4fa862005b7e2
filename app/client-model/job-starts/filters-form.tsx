import { FilterForm, FilterSelect } from '#app/components/filter-form.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Fieldset } from '#app/components/govuk/fieldset.tsx';

import type { FiltersView } from './filters.server.ts';

const populations = [
  { value: 'evaluation', text: 'The evaluation cohort' },
  { value: 'records', text: 'Teams’ own records' },
] as const;

/** Whose clients, by a link each: the choices of the one would mean nothing for the other. */
export function PopulationChoice({ current }: { current: FiltersView['population'] }) {
  return (
    <nav aria-label="Whose clients">
      <ul className="govuk-list gt-choices">
        <li>Clients of:</li>
        {populations.map(({ value, text }) => (
          <li key={value}>
            <a
              className="govuk-link"
              href={`/relations/job-starts?clients=${value}`}
              aria-current={value === current ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What the model is made of. */
export function JobStartsFilters({ filters }: { filters: FiltersView }) {
  const { population, records, variables, references, how } = filters;
  return (
    <FilterForm label="What the model is made of" choices={records}>
      <input type="hidden" name="clients" value={population} />
      <Details summary="Variables, references and method" className="gt-filters__more">
        <Checkboxes
          id="variable"
          name="variable"
          label="Variables"
          labelSize="s"
          className="gt-columns"
          small
          items={variables.items}
          defaultValues={variables.chosen}
        />
        <Fieldset legend="Compared with" legendSize="s" className="gt-choice-grid">
          {references.map((choice) => (
            <FilterSelect key={choice.name} choice={choice} />
          ))}
        </Fieldset>
        <Fieldset legend="How" legendSize="s" className="gt-choice-grid gt-choice-grid--wide">
          {how.map((choice) => (
            <FilterSelect key={choice.name} choice={choice} />
          ))}
        </Fieldset>
        {records.length === 0 && <Button variant="secondary">Show</Button>}
      </Details>
      {records.length > 0 && <Button variant="secondary">Show</Button>}
    </FilterForm>
  );
}
