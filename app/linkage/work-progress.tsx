import type { Progress } from './import-folder.server.ts';

/** How far work beside the pages is; nothing before it has said so. */
export function WorkProgress({ progress }: { progress: Progress | null }) {
  if (progress === null) return null;
  const { step, share } = progress;
  return (
    <p className="govuk-body">
      <label htmlFor="progress">{step}</label>
      <br />
      <progress className="gt-progress" id="progress" value={share} max={1}>
        {Math.round(100 * share)}%
      </progress>{' '}
      {Math.round(100 * share)}%
    </p>
  );
}
