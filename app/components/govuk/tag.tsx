import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

/** No red and no green: a tag tells a state, it does not judge a person or a team. */
export type TagColour = 'grey' | 'blue' | 'teal' | 'purple' | 'magenta' | 'orange' | 'yellow';

export interface TagProps {
  children: ReactNode;
  colour?: TagColour | undefined;
  className?: string | undefined;
}

export function Tag({ children, colour, className }: TagProps) {
  return (
    <strong className={classNames('govuk-tag', colour && `govuk-tag--${colour}`, className)}>
      {children}
    </strong>
  );
}
