import { outcomesFileKinds, type OutcomesFileKind } from './file-kinds.ts';

interface DownloadsProps {
  /** The choices of the page. */
  address: string;
  kinds: readonly OutcomesFileKind[];
}

/** The same figures as files: protected as on the page, with their method. */
export function Downloads({ address, kinds }: DownloadsProps) {
  const files = kinds.map((kind) => {
    const { name, text } = outcomesFileKinds[kind];
    return { href: `/outcomes/files/${name}?${address}`, text };
  });
  return (
    <section aria-labelledby="downloads-heading">
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1" id="downloads-heading">
        Download
      </h2>
      <ul className="govuk-list gt-columns">
        {files.map(({ href, text }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
