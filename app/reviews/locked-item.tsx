import type { ReactNode } from 'react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { typedIn } from '#app/forms/field-props.ts';
import type { AnswerWords } from '#app/forms/conflict.ts';
import type { FormFailure } from '#app/forms/form-values.ts';

import { AnswerList } from './answer-list.tsx';
import { RecordedPanel } from './recorded-panel.tsx';
import type { RecordedView } from './recorded-view.ts';

interface Props {
  here: string;
  answers: AnswerWords;
  /** What the team's own records say; null once the review is signed off. */
  recorded: RecordedView | null;
  /** A save that came after the scores were final: what was typed stays in view. */
  failure: FormFailure | undefined;
  /** The page's heading. */
  children: ReactNode;
}

/** An item whose score is final. */
export function LockedItem({ here, answers, recorded, failure, children }: Props) {
  return (
    <div className="gt-item">
      <div className="gt-item__head">
        <FormErrors errors={failure?.errors} focusKey={failure} />
        {children}
      </div>
      {recorded !== null && (
        <div className="gt-item__records">
          <RecordedPanel recorded={recorded} />
        </div>
      )}
      <div className="gt-item__work">
        <InsetText id="locked">
          Your scores are final and can no longer be changed.{' '}
          <a className="govuk-link" href={`${here}/check`}>
            See all your answers
          </a>
        </InsetText>
        <h2 className="govuk-heading-m">Your answers</h2>
        <AnswerList answers={answers} />
        {failure !== undefined && (
          <>
            <h2 className="govuk-heading-m">What you typed, not saved</h2>
            <AnswerList
              answers={Object.keys(failure.values)
                .filter(
                  (field) =>
                    field === 'score' || field === 'reason' || field.startsWith('evidence-'),
                )
                .map((field) => ({
                  label: typedLabel(field),
                  text: typedIn(failure.values, field),
                }))}
            />
          </>
        )}
      </div>
    </div>
  );
}

function typedLabel(field: string): string {
  if (field === 'score') return 'Score';
  if (field === 'reason') return 'Reason';
  return `Evidence (${field.replace('evidence-', '')})`;
}
