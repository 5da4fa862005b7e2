import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';

import type { FilterChoices } from './figure-eight-view.ts';

/** Who is compared with whom: a plain GET form, so that an address can be kept and sent on. */
export function FigureEightFilters({ filters }: { filters: readonly FilterChoices[] }) {
  return (
    <form
      method="get"
      action="/relations/figure-eight"
      className="gt-filters"
      aria-label="Who is compared"
    >
      {filters.map(({ name, label, items, chosen }) => (
        <Select
          key={name}
          id={name}
          name={name}
          label={label}
          items={items}
          defaultValue={chosen}
        />
      ))}
      <Button variant="secondary">Show</Button>
    </form>
  );
}
