import { Form } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Fieldset } from '#app/components/govuk/fieldset.tsx';
import { Select, type SelectItem } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { dateIds, dateProps, fieldProps } from '#app/forms/field-props.ts';
import {
  another,
  authorityNames,
  authorityRowsFor,
  mostAuthorities,
  regions,
} from '#app/forms/team.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

export interface TeamChoices {
  hostServices: readonly SelectItem[];
  sites: readonly SelectItem[];
}

interface Props {
  form: RouteForm;
  choices: TeamChoices;
  submissionId?: string;
  version?: number;
}

const authorityDates = Array.from({ length: mostAuthorities }, (_, index) => {
  const { from, to } = authorityNames(index + 1);
  return [from, to];
}).flat();

export function TeamForm({ form, choices, submissionId, version }: Props) {
  return (
    <>
      <FormErrors
        errors={form.errors}
        fieldIds={dateIds('startDate', 'endDate', ...authorityDates)}
        focusKey={form.errors}
      />
      <ConflictNotice conflict={form.conflict} what="this team" />
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} version={form.conflict?.version ?? version} />
        <TextInput {...fieldProps(form, 'name')} label="Name of the team" autoComplete="off" />
        <Select
          {...fieldProps(form, 'region')}
          label="Region"
          items={[
            { value: '', label: 'Choose a region' },
            ...regions.map((region) => ({ value: region, label: region })),
          ]}
        />
        <TextInput
          {...fieldProps(form, 'ipsProvider')}
          label="IPS provider"
          hint="The organisation that employs the employment specialists"
          autoComplete="off"
        />
        <HostService form={form} items={choices.hostServices} />
        <Site form={form} items={choices.sites} />
        <DateInput
          {...dateProps(form, 'startDate')}
          label="Start date"
          labelSize="s"
          hint="For example 1 4 2022"
        />
        <DateInput
          {...dateProps(form, 'endDate')}
          label="End date (optional)"
          labelSize="s"
          hint="The last day of a team that has ended"
        />
        <Authorities form={form} />
        <Button preventDoubleClick>Save team</Button>
      </Form>
    </>
  );
}

function HostService({ form, items }: { form: RouteForm; items: readonly SelectItem[] }) {
  return (
    <Fieldset legend="Host treatment service" legendSize="m">
      <Select
        {...fieldProps(form, 'hostService')}
        label="Host service"
        items={[
          { value: '', label: 'Not recorded' },
          ...items,
          { value: another, label: 'Another host service' },
        ]}
      />
      <TextInput
        {...fieldProps(form, 'hostServiceName')}
        label="Name of another host service"
        hint="Only if it is not on the list"
        autoComplete="off"
      />
      <TextInput
        {...fieldProps(form, 'hostServiceProvider')}
        label="Organisation that runs it"
        autoComplete="off"
      />
    </Fieldset>
  );
}

function Site({ form, items }: { form: RouteForm; items: readonly SelectItem[] }) {
  return (
    <Fieldset legend="Site" legendSize="m">
      <Select
        {...fieldProps(form, 'site')}
        label="Site"
        hint="What published reports name: one team, or a consortium’s teams together"
        items={[
          { value: '', label: 'Not recorded' },
          ...items,
          { value: another, label: 'Another site' },
        ]}
      />
      <TextInput
        {...fieldProps(form, 'siteName')}
        label="Name of another site"
        hint="Only if it is not on the list"
        autoComplete="off"
      />
    </Fieldset>
  );
}

function Authorities({ form }: { form: RouteForm }) {
  const rows = Array.from({ length: authorityRowsFor(form.values) }, (_, index) => index + 1);
  return (
    <Fieldset legend="Local authorities" legendSize="m">
      <p className="govuk-hint">
        With the first day on which the team covered each and, where that is over, the last. For
        more rows, save and open the team again. Empty a row to take it off.
      </p>
      {rows.map((row) => {
        const { name, from, to } = authorityNames(row);
        return (
          <div key={row}>
            <TextInput
              {...fieldProps(form, name)}
              label={`Local authority ${row}`}
              labelSize="s"
              autoComplete="off"
            />
            <DateInput {...dateProps(form, from)} label={`First day of local authority ${row}`} />
            <DateInput
              {...dateProps(form, to)}
              label={`Last day of local authority ${row} (optional)`}
            />
          </div>
        );
      })}
    </Fieldset>
  );
}
