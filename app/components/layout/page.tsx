import type { ReactNode } from 'react';

import { classNames } from '../govuk/class-names.ts';
import type { NavigationLink } from '../navigation.ts';
import { SkipLink } from '../govuk/skip-link.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import type { HeaderProps } from './header.tsx';

export interface PageProps extends HeaderProps {
  /** Back link, breadcrumbs or a notice: above the main content, and skipped by the skip link. */
  beforeContent?: ReactNode;
  /** More width for charts with their tables. */
  wide?: boolean | undefined;
  /** What the foot of the page leads to. */
  footerLinks?: readonly NavigationLink[] | undefined;
  children: ReactNode;
}

export function Page({ beforeContent, wide, footerLinks = [], children, ...header }: PageProps) {
  return (
    <div className={classNames('gt-page', wide && 'gt-page--wide')}>
      <SkipLink />
      <Header {...header} />
      <div className="govuk-width-container">
        {beforeContent}
        <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Footer links={footerLinks} />
    </div>
  );
}
