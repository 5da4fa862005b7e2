import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { Tag } from './tag.tsx';
import type { TagColour } from './tag.tsx';

export interface PhaseBannerProps {
  tag: ReactNode;
  tagColour?: TagColour | undefined;
  children: ReactNode;
  className?: string | undefined;
}

export function PhaseBanner({ tag, tagColour, children, className }: PhaseBannerProps) {
  return (
    <div className={classNames('govuk-phase-banner govuk-width-container', className)}>
      <p className="govuk-phase-banner__content">
        <Tag colour={tagColour} className="govuk-phase-banner__content__tag">
          {tag}
        </Tag>{' '}
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
