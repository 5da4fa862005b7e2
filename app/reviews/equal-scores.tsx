import { Form } from '@remix-run/react';

import { Button } from '#app/components/govuk/button.tsx';

/** The scores that all reviewers gave alike become agreed in one action. */
export function EqualScores({ scores }: { scores: { itemNumber: number; score: number }[] }) {
  const count = scores.length === 1 ? '1 item' : `${scores.length} items`;
  return (
    <Form method="post" noValidate>
      <h2 className="govuk-heading-m">Same score from everyone</h2>
      <p className="govuk-body">
        On {count} all reviewers gave the same score:{' '}
        {scores.map(({ itemNumber, score }) => `item ${itemNumber}: ${score}`).join(', ')}.
      </p>
      <Button name="intent" value="confirm-equal" preventDoubleClick>
        Agree the same scores
      </Button>
    </Form>
  );
}
