import { BackLink } from '#app/components/govuk/back-link.tsx';

import type { ExtractProblem } from './make-extract.server.ts';
import type { Progress } from './import-folder.server.ts';
import { ProblemTable } from './problem-table.tsx';
import { WorkProgress } from './work-progress.tsx';

/** An extract that is not there, or not yet. */
export interface ExtractMakingView {
  status: 'working' | 'refused' | 'failed';
  progress: Progress | null;
  total: number;
  problems: readonly ExtractProblem[];
}

const words: Readonly<Record<ExtractMakingView['status'], { heading: string; text: string }>> = {
  working: {
    heading: 'The extract is being made',
    text: 'This page shows how far it is, and looks again by itself. The extract will wait here for you alone.',
  },
  refused: {
    heading: 'The extract was not made',
    text: 'The file of identifiers has errors. Nothing of it was kept. Correct them and send it again.',
  },
  failed: {
    heading: 'The extract failed',
    text: 'Nothing was kept. Send the file again; if it fails again, tell whoever runs this site.',
  },
};

export function ExtractMaking({ status, progress, total, problems }: ExtractMakingView) {
  const rest = total - problems.length;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage/extract">Back to making an extract</BackLink>
        <h1 className="govuk-heading-l">{words[status].heading}</h1>
        <p className="govuk-body">{words[status].text}</p>
        <WorkProgress progress={progress} />
        {problems.length > 0 && <ProblemTable problems={problems} />}
        {rest > 0 && <p className="govuk-body">And {rest} more.</p>}
      </div>
    </div>
  );
}
