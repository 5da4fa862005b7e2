import type { ReactNode } from 'react';

import { isShown } from './field.ts';

export interface PanelProps {
  title: ReactNode;
  headingLevel?: 1 | 2 | 3 | undefined;
  children?: ReactNode;
}

export function Panel({ title, headingLevel = 1, children }: PanelProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <Heading className="govuk-panel__title">{title}</Heading>
      {isShown(children) && <div className="govuk-panel__body">{children}</div>}
    </div>
  );
}
