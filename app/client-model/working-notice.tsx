import { InsetText } from '#app/components/govuk/inset-text.tsx';

/** Seconds after which a page that waits for a model asks again, by its Refresh header. */
export const askAgainAfter = 4;

/** In the place of a model that is still being worked out. `href` is the page's own address. */
export function WorkingNotice({ href, takes }: { href: string; takes: string }) {
  return (
    <InsetText>
      <p className="govuk-body">
        This is being worked out, which takes {takes}. The page looks again by itself every{' '}
        {askAgainAfter} seconds; nothing else waits for it.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          Look again now
        </a>
      </p>
    </InsetText>
  );
}
