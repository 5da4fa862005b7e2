import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

export interface NavigationItem {
  href: string;
  text: ReactNode;
  /** The page itself. */
  current?: boolean | undefined;
  /** A page within this part of the product. */
  active?: boolean | undefined;
}

export interface ServiceNavigationProps {
  items: readonly NavigationItem[];
  label?: string | undefined;
  id?: string | undefined;
}

/** No menu button: the links wrap on a phone, so nothing waits for JavaScript. */
export function ServiceNavigation({
  items,
  label = 'Menu',
  id = 'navigation',
}: ServiceNavigationProps) {
  return (
    <div className="govuk-service-navigation" data-module="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label={label} className="govuk-service-navigation__wrapper">
            <ul className="govuk-service-navigation__list" id={id}>
              {items.map((item) => (
                <NavigationLink key={item.href} {...item} />
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}

function NavigationLink({ href, text, current, active }: NavigationItem) {
  const marked = current === true || active === true;
  return (
    <li
      className={classNames(
        'govuk-service-navigation__item',
        marked && 'govuk-service-navigation__item--active',
      )}
    >
      <a
        className="govuk-service-navigation__link"
        href={href}
        aria-current={current ? 'page' : marked || undefined}
      >
        {marked ? (
          <strong className="govuk-service-navigation__active-fallback">{text}</strong>
        ) : (
          text
        )}
      </a>
    </li>
  );
}
