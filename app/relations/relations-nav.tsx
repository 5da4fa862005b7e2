const pages = [
  { href: '/relations', text: 'Service quality' },
  { href: '/relations/job-starts', text: 'What goes with a job start' },
  { href: '/relations/figure-eight', text: 'Meetings into job starts' },
  { href: '/relations/case-mix', text: 'Case mix' },
] as const;

export type RelationsPath = (typeof pages)[number]['href'];

/** The pages that relate something to job entry, above each of them. */
export function RelationsNav({ current }: { current: RelationsPath }) {
  return (
    <nav className="gt-sub-nav" aria-label="Relations">
      <ul className="gt-sub-nav__list">
        {pages.map(({ href, text }) => (
          <li key={href}>
            <a
              className="govuk-link"
              href={href}
              aria-current={href === current ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
