import { Table } from '#app/components/govuk/table.tsx';

import type { FileProblem } from './problem-book.ts';

/** What is wrong with files: where and which rule, without what stands there. */
export function ProblemTable({ problems }: { problems: readonly Omit<FileProblem, 'cells'>[] }) {
  return (
    <Table
      wide
      caption="What is wrong, in the order of the files"
      captionSize="m"
      columns={[
        { heading: 'File' },
        { heading: 'Row' },
        { heading: 'Column' },
        { heading: 'Rule' },
      ]}
      rows={problems.map(({ file, row, column, rule }, index) => ({
        key: String(index),
        cells: [file, row ?? 'All', column ?? 'All', rule],
      }))}
    />
  );
}
