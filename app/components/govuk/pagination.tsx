import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

export interface PaginationItem {
  number: number;
  href: string;
  current?: boolean | undefined;
}

export interface PaginationLink {
  href: string;
  /** The words of the link; without them "Previous page" or "Next page". */
  text?: ReactNode;
  /** Which page it is, shown when there are no numbers. */
  labelText?: string | undefined;
}

export interface PaginationProps {
  previous?: PaginationLink | undefined;
  next?: PaginationLink | undefined;
  items?: readonly (PaginationItem | 'ellipsis')[] | undefined;
  label?: string | undefined;
}

export function Pagination({ previous, next, items, label = 'Pagination' }: PaginationProps) {
  const block = items === undefined;
  return (
    <nav
      className={classNames('govuk-pagination', block && 'govuk-pagination--block')}
      aria-label={label}
    >
      {previous && <ArrowLink link={previous} type="prev" block={block} />}
      {items && (
        <ul className="govuk-pagination__list">
          {items.map((item, index) => (
            <PageItem key={index} item={item} />
          ))}
        </ul>
      )}
      {next && <ArrowLink link={next} type="next" block={block} />}
    </nav>
  );
}

function PageItem({ item }: { item: PaginationItem | 'ellipsis' }) {
  if (item === 'ellipsis') {
    return <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  }
  return (
    <li
      className={classNames(
        'govuk-pagination__item',
        item.current && 'govuk-pagination__item--current',
      )}
    >
      <a
        className="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={`Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  );
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function ArrowLink({
  link,
  type,
  block,
}: {
  link: PaginationLink;
  type: 'prev' | 'next';
  block: boolean;
}) {
  const arrow = (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[type]} />
    </svg>
  );
  const arrowFirst = block || type === 'prev';
  return (
    <div className={`govuk-pagination__${type}`}>
      <a className="govuk-link govuk-pagination__link" href={link.href} rel={type}>
        {arrowFirst && arrow}
        <span
          className={classNames(
            'govuk-pagination__link-title',
            block && link.labelText === undefined && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? (
            <>
              {type === 'prev' ? 'Previous' : 'Next'}
              <span className="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {block && link.labelText !== undefined && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!arrowFirst && arrow}
      </a>
    </div>
  );
}
