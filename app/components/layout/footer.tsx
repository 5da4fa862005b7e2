import type { NavigationLink } from '../navigation.ts';

export interface FooterProps {
  links: readonly NavigationLink[];
}

export function Footer({ links }: FooterProps) {
  return (
    <footer className="gt-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">About this product</h2>
        <ul className="gt-footer__links">
          {links.map(({ href, text }) => (
            <li key={href}>
              <a className="govuk-link govuk-link--no-visited-state" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
