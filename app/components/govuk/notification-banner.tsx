import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { focusOnce } from './focus.ts';

export interface NotificationBannerProps {
  /** Short text becomes the banner's heading line; anything else stands as it is. */
  children: ReactNode;
  type?: 'success' | undefined;
  title?: string | undefined;
  titleId?: string | undefined;
  titleHeadingLevel?: 2 | 3 | undefined;
}

/** A success banner answers what was just done: it is an alert and takes focus, the other is a region. */
export function NotificationBanner({
  children,
  type,
  title = type === 'success' ? 'Success' : 'Important',
  titleId = 'govuk-notification-banner-title',
  titleHeadingLevel = 2,
}: NotificationBannerProps) {
  const banner = useRef<HTMLDivElement>(null);
  const Heading = `h${titleHeadingLevel}` as const;

  useEffect(() => {
    if (type === 'success' && banner.current) focusOnce(banner.current);
  }, [type]);

  return (
    <div
      ref={banner}
      className={classNames(
        'govuk-notification-banner',
        type && `govuk-notification-banner--${type}`,
      )}
      role={type === 'success' ? 'alert' : 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
