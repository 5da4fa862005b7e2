import { Form } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { LabelledField } from '#app/components/govuk/labelled-field.tsx';
import { Select, type SelectItem } from '#app/components/govuk/select.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import type { ImportAnswer } from './import-answer.server.ts';

interface Props {
  answer: ImportAnswer | undefined;
  submissionId: string;
  /** Where a file can go; without it the address says so. */
  destinations?: readonly SelectItem[];
}

/** Choosing a file, what it would do or what is wrong with it, and the button that does it. */
export function ImportForm({ answer, submissionId, destinations }: Props) {
  const fileMessage = answer?.errors.find(({ field }) => field === 'file')?.message;
  const whereMessage = answer?.errors.find(({ field }) => field === 'destination')?.message;
  return (
    <>
      <FormErrors errors={answer?.errors} focusKey={answer} />
      {answer?.fileErrors && <FileErrors {...answer.fileErrors} />}
      {answer?.preview && <Preview preview={answer.preview} submissionId={submissionId} />}
      <Form method="post" encType="multipart/form-data" noValidate>
        <SubmissionFields submissionId={submissionId} />
        <input type="hidden" name="intent" value="check" />
        {destinations && (
          <Select
            id="destination"
            name="destination"
            label="Where should the answers go?"
            labelSize="s"
            items={[{ value: '', label: 'Choose' }, ...destinations]}
            defaultValue={answer?.preview?.destination}
            errorMessage={whereMessage}
          />
        )}
        <LabelledField
          id="file"
          label="baseline.csv"
          labelSize="s"
          hint="A CSV file in UTF-8, smaller than 1 MB"
          errorMessage={fileMessage}
        >
          {(describedBy) => (
            <input
              className="govuk-file-upload"
              id="file"
              name="file"
              type="file"
              accept=".csv,text/csv"
              aria-describedby={describedBy}
            />
          )}
        </LabelledField>
        <Button variant={answer?.preview && 'secondary'} preventDoubleClick>
          {answer?.preview ? 'Check another file' : 'Check the file'}
        </Button>
      </Form>
    </>
  );
}

interface PreviewProps {
  preview: NonNullable<ImportAnswer['preview']>;
  submissionId: string;
}

function Preview({ preview, submissionId }: PreviewProps) {
  return (
    <section aria-labelledby="preview-title">
      <h2 className="govuk-heading-m" id="preview-title">
        The file has no errors. Nothing is imported yet
      </h2>
      <SummaryList rows={preview.lines.map(({ label, value }) => ({ key: label, value }))} />
      <Form method="post" encType="multipart/form-data" noValidate>
        <SubmissionFields submissionId={submissionId} />
        <input type="hidden" name="intent" value="import" />
        <input type="hidden" name="destination" value={preview.destination} />
        <input type="hidden" name="kept" value={preview.kept} />
        <Button preventDoubleClick>Import these answers</Button>
      </Form>
    </section>
  );
}

function FileErrors({ shown, total }: NonNullable<ImportAnswer['fileErrors']>) {
  const rest = total - shown.length;
  return (
    <>
      <Table
        caption="Errors in the file, in its order"
        captionSize="m"
        columns={[{ heading: 'Row' }, { heading: 'Column' }, { heading: 'Rule' }]}
        rows={shown.map(({ row, column, message }, index) => ({
          key: String(index),
          cells: [row ?? 'File', column ?? 'All', message],
        }))}
      />
      {rest > 0 && <p className="govuk-body">And {rest} more.</p>}
    </>
  );
}
