import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';

import type { RelationsView } from './relations-view.ts';

/** What is compared: a plain GET form, so that an address can be kept and sent on. */
export function FiltersForm({ filters }: { filters: RelationsView['filters'] }) {
  const { chosen } = filters;
  return (
    <form method="get" className="gt-filters" aria-label="What is compared">
      <Select
        id="definition"
        name="definition"
        label="Definition of a job entry"
        items={filters.definitions}
        defaultValue={chosen.definition}
      />
      <Select
        id="period"
        name="period"
        label="Half-year"
        items={filters.periods}
        defaultValue={chosen.period}
      />
      <Select
        id="length"
        name="length"
        label="Length"
        items={filters.lengths}
        defaultValue={chosen.length}
      />
      <Select
        id="contacts"
        name="contacts"
        label="Contacts, together with the others"
        items={filters.contacts}
        defaultValue={chosen.contacts}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
}
