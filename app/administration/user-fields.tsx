import { Radios } from '#app/components/govuk/radios.tsx';
import { Select, type SelectItem } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { fieldProps } from '#app/forms/field-props.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';
import { roleChoices, roleInWords } from '#app/forms/user-account.ts';
import type { Role } from '#db/schema/people.ts';

export interface Places {
  teams: readonly SelectItem[];
  hostServices: readonly SelectItem[];
}

const roleHints: Record<Role, string> = {
  'employment-specialist': 'Records the work of one team',
  'team-leader': 'Leads one team, and signs its integration ratings',
  'host-representative': 'Reads and signs the integration ratings of one treatment service',
  reviewer: 'Scores fidelity reviews',
  'national-reader': 'Reads the figures of all teams',
  'national-analyst': 'Reads the figures of all teams, keeps benchmarks and meeting notes',
  administrator: 'Looks after accounts, teams and the audit record',
};

/** Name, role and the place that the role belongs to. */
export function UserFields({ form, places }: { form: RouteForm; places: Places }) {
  return (
    <>
      <TextInput {...fieldProps(form, 'name')} label="Name" autoComplete="off" />
      <Radios
        {...fieldProps(form, 'role')}
        label="Role"
        labelSize="s"
        items={roleChoices.map((role) => ({
          value: role,
          label: roleInWords(role),
          hint: roleHints[role],
        }))}
      />
      <Select
        {...fieldProps(form, 'teamId')}
        label="Team"
        hint="For employment specialists and team leaders"
        items={[{ value: '', label: 'No team' }, ...places.teams]}
      />
      <Select
        {...fieldProps(form, 'hostServiceId')}
        label="Host service"
        hint="For host service representatives"
        items={[{ value: '', label: 'No host service' }, ...places.hostServices]}
      />
    </>
  );
}
