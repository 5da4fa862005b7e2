import { Pagination } from '../govuk/pagination.tsx';
import { pageNumbers, type PageOfList } from './paging.ts';

interface Props {
  page: PageOfList;
  /** Other parts of the address that stay; empty ones are left out. */
  keep?: Readonly<Record<string, string>>;
}

/** Links to the other pages of a list; nothing where one page holds it all. */
export function PageLinks({ page, keep = {} }: Props) {
  if (page.pages === 1) return null;
  const href = (number: number) => {
    const kept = Object.entries(keep).filter(([, value]) => value !== '');
    return `?${new URLSearchParams([...kept, ['page', String(number)]]).toString()}`;
  };
  const { number, pages } = page;
  return (
    <Pagination
      previous={number > 1 ? { href: href(number - 1) } : undefined}
      next={number < pages ? { href: href(number + 1) } : undefined}
      items={pageNumbers(page).map((shown) =>
        shown === null
          ? 'ellipsis'
          : { number: shown, href: href(shown), current: shown === number },
      )}
    />
  );
}
