import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import type { ContactPeople } from '#app/employers/contact-people.server.ts';
import { meetingForms } from '#app/forms/client-meeting.ts';
import { dateProps, fieldProps } from '#app/forms/field-props.ts';
import type { RouteForm } from '#app/forms/use-route-form.ts';

interface Props {
  form: RouteForm;
  people: ContactPeople;
}

/** When, how and with whom: the same for one client and for a clinic. */
export function MeetingFields({ form, people }: Props) {
  return (
    <>
      <Radios
        {...fieldProps(form, 'form')}
        label="How did you meet?"
        labelSize="s"
        hint="Any dated contact with a client is one meeting"
        className="gt-taps"
        items={meetingForms}
      />
      <Radios
        {...fieldProps(form, 'when')}
        label="When?"
        labelSize="s"
        className="gt-taps"
        items={[
          { value: 'today', label: 'Today' },
          { value: 'yesterday', label: 'Yesterday' },
          {
            value: 'other',
            label: 'Another date',
            conditional: (
              <DateInput {...dateProps(form, 'meetingDate')} label="Date of the meeting" />
            ),
          },
        ]}
      />
      {people.choices.length > 0 && (
        <Select
          {...fieldProps(form, 'specialistId')}
          label="Who met the client?"
          items={[
            { value: '', label: 'Not known' },
            ...people.choices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </>
  );
}
