export interface SubmissionFieldsProps {
  /** Of a form that creates: a second press of the button finds the first one's record. */
  submissionId?: string | undefined;
  /** Of a form that edits: the version that was read, so that nobody's later save is overwritten. */
  version?: number | string | undefined;
}

export function SubmissionFields({ submissionId, version }: SubmissionFieldsProps) {
  return (
    <>
      {submissionId !== undefined && (
        <input type="hidden" name="submissionId" value={submissionId} />
      )}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
    </>
  );
}
