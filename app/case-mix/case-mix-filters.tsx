import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';

import type { CaseMixFilters as Filters } from './case-mix-view.ts';

/** Whose clients, and what becomes of missing answers: a plain GET form, so that an address can be kept and sent on. */
export function CaseMixFilters({ filters }: { filters: Filters }) {
  const { chosen } = filters;
  const isOfRecords = chosen.population === 'records';
  return (
    <form method="get" className="gt-filters" aria-label="What is compared">
      <Select
        id="clients"
        name="clients"
        label="Whose clients"
        items={filters.populations}
        defaultValue={chosen.population}
      />
      {isOfRecords && (
        <>
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
        </>
      )}
      <Select
        id="missing"
        name="missing"
        label="Where an answer is missing"
        items={filters.missing}
        defaultValue={chosen.missing}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
}
