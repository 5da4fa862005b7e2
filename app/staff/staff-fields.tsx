import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { dateProps, fieldProps } from '#app/forms/field-props.ts';
import { staffRoles, type Account } from '#app/forms/staff.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

interface Props {
  form: RouteForm;
  accounts: readonly Account[];
}

/** The answers about a person that adding and changing share. */
export function StaffFields({ form, accounts }: Props) {
  return (
    <>
      <TextInput {...fieldProps(form, 'name')} label="Name" labelSize="s" autoComplete="off" />
      <Radios {...fieldProps(form, 'role')} label="Role" labelSize="s" items={staffRoles} />
      <Select
        {...fieldProps(form, 'userId')}
        label="Signs in as"
        labelSize="s"
        hint="An employment specialist with an account logs contacts as this person"
        items={[
          { value: '', label: 'No account' },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <DateInput {...dateProps(form, 'employedFrom')} label="First day in the team" labelSize="s" />
      <DateInput
        {...dateProps(form, 'employedTo')}
        label="Last day in the team (optional)"
        labelSize="s"
      />
    </>
  );
}
