import type { ReactNode } from 'react';

import { outcomeTermId, type OutcomeTermId } from '#app/definitions/outcome-terms.ts';
import type { OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

interface DefinitionLinkProps {
  of: OutcomeTermId | { outcome: OutcomeKey };
  children: ReactNode;
}

/** From a figure's name to what it means. */
export function DefinitionLink({ of, children }: DefinitionLinkProps) {
  const id = typeof of === 'string' ? of : outcomeTermId(of.outcome);
  return (
    <a className="govuk-link" href={`/definitions#${id}`}>
      {children}
    </a>
  );
}
