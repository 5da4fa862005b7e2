import { Form } from '@remix-run/react';

import { Button } from '../components/govuk/button.tsx';
import type { KeptForm } from '../server/kept-form.server.ts';

/** The form that waited for its sender to sign in again, ready to go. A button: nothing is sent unasked. */
export function SendOn({ kept: { next, fields } }: { kept: KeptForm }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">You are signed in</h1>
        <p className="govuk-body">
          What you typed before is kept. Send it on to where it was going.
        </p>
        <Form method="post" action={next} reloadDocument>
          {fields.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <Button preventDoubleClick>Send what I typed</Button>
        </Form>
      </div>
    </div>
  );
}
