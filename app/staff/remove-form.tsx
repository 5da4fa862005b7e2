import { Form } from '@remix-run/react';

/** A button as quiet as a link, in the row that it removes. */
export function RemoveForm({ action, what }: { action: string; what: string }) {
  return (
    <Form method="post" action={action} className="gt-row-form">
      <button type="submit" className="gt-link-button">
        Remove
        <span className="govuk-visually-hidden">{what}</span>
      </button>
    </Form>
  );
}
