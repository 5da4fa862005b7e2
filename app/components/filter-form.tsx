import type { ReactNode } from 'react';

import { Button } from './govuk/button.tsx';
import { Select, type SelectItem } from './govuk/select.tsx';

/** A question that a page of figures is asked, with what may be answered and what is. */
export interface FilterChoice {
  /** As addresses name it. */
  name: string;
  label: string;
  items: readonly SelectItem[];
  chosen: string;
}

export interface FilterFormProps {
  /** What is chosen here, for those who go from form to form. */
  label: string;
  choices: readonly FilterChoice[];
  /** Where the answer is, if not at the page's own address. */
  action?: string;
  children?: ReactNode;
}

/** What a page shows: a plain GET form, so that an address can be kept and sent on. */
export function FilterForm({ label, choices, action, children }: FilterFormProps) {
  return (
    <form method="get" action={action} className="gt-filters" aria-label={label}>
      {choices.map((choice) => (
        <FilterSelect key={choice.name} choice={choice} />
      ))}
      {children ?? <Button variant="secondary">Show</Button>}
    </form>
  );
}

export function FilterSelect({ choice: { name, label, items, chosen } }: { choice: FilterChoice }) {
  return <Select id={name} name={name} label={label} items={items} defaultValue={chosen} />;
}
