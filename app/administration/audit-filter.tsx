import { Form } from '@remix-run/react';

import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { boxNames, textOf } from '#app/forms/date-boxes.ts';

interface Props {
  kinds: readonly string[];
  typed: Readonly<Record<string, string>>;
  error: string | undefined;
}

export function AuditFilter({ kinds, typed, error }: Props) {
  return (
    <Form method="get" noValidate>
      <Select
        id="kind"
        name="kind"
        label="Kind of thing"
        defaultValue={textOf(typed, 'kind')}
        items={[
          { value: '', label: 'Everything' },
          ...kinds.map((kind) => ({ value: kind, label: kind })),
        ]}
      />
      <DateInput
        id="day"
        name="day"
        names={boxNames('day')}
        label="Day (UTC)"
        labelSize="s"
        hint="For example 27 3 2026. Leave empty for all days."
        defaultValue={{
          day: textOf(typed, 'dayDay'),
          month: textOf(typed, 'dayMonth'),
          year: textOf(typed, 'dayYear'),
        }}
        errorMessage={error}
      />
      <Button variant="secondary">Show</Button>
    </Form>
  );
}
