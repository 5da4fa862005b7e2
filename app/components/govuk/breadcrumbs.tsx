import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

export interface Breadcrumb {
  text: ReactNode;
  /** Without an address the item is the page itself. */
  href?: string | undefined;
}

export interface BreadcrumbsProps {
  items: readonly Breadcrumb[];
  collapseOnMobile?: boolean | undefined;
  className?: string | undefined;
}

export function Breadcrumbs({ items, collapseOnMobile, className }: BreadcrumbsProps) {
  return (
    <nav
      className={classNames(
        'govuk-breadcrumbs',
        className,
        collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      aria-label="Breadcrumb"
    >
      <ol className="govuk-breadcrumbs__list">
        {items.map((item, index) =>
          item.href === undefined ? (
            <li key={index} className="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ) : (
            <li key={index} className="govuk-breadcrumbs__list-item">
              <a className="govuk-breadcrumbs__link" href={item.href}>
                {item.text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
