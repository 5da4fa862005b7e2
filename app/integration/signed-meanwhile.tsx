import { Table } from '#app/components/govuk/table.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import type { Conflict } from '#app/forms/form-values.ts';

interface Props {
  here: string;
  /** What had been typed when the signature came first. */
  conflict: Conflict | undefined;
}

/** In place of a form whose rating carries a signature: what was typed stays in view to be copied. */
export function SignedMeanwhile({ here, conflict }: Props) {
  return (
    <>
      <WarningText>
        This rating is signed, so it cannot be changed. A single signature can be withdrawn by the
        person’s own side; two signatures stay.
      </WarningText>
      {conflict !== undefined && conflict.rows.length > 0 && (
        <Table
          caption="What you typed, which is not saved"
          captionSize="m"
          wide
          columns={[{ heading: 'Answer' }, { heading: 'Yours' }, { heading: 'As signed' }]}
          rows={conflict.rows.map(({ label, yours, theirs }) => ({
            key: label,
            cells: [
              label,
              <Typed key="yours" text={yours} />,
              <Typed key="theirs" text={theirs} />,
            ],
          }))}
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={here}>
          Go to the rating
        </a>
      </p>
    </>
  );
}

function Typed({ text }: { text: string }) {
  return <span className="gt-typed-text">{text === '' ? 'Nothing entered' : text}</span>;
}
