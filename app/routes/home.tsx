import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { TaskList } from '#app/components/govuk/task-list.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { homeFor } from '#app/home/home-for.server.ts';
import { signedInUser } from '#app/server/context.server.ts';

export const handle: RouteHandle = { title: 'Home', isStatic: true };

export async function loader({ context }: LoaderFunctionArgs) {
  return homeFor(signedInUser(context), context);
}

export default function Home() {
  const { heading, intro, tasks, nothing, actions, links } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body-l">{intro}</p>
        {actions.length > 0 && (
          <ButtonGroup>
            {actions.map(({ href, text }, index) => (
              <ButtonLink key={href} href={href} variant={index === 0 ? undefined : 'secondary'}>
                {text}
              </ButtonLink>
            ))}
          </ButtonGroup>
        )}
        <h2 className="govuk-heading-m">What needs doing</h2>
        {tasks.length === 0 ? (
          <p className="govuk-body">{nothing}</p>
        ) : (
          <TaskList
            items={tasks.map(({ title, href, hint, status, stands }) => ({
              title,
              href,
              hint,
              status: { text: status, tagColour: stands === 'out' ? 'blue' : undefined },
            }))}
          />
        )}
      </div>
      <div className="govuk-grid-column-one-third">
        <nav aria-labelledby="go-to">
          <h2 className="govuk-heading-m" id="go-to">
            Go to
          </h2>
          <ul className="govuk-list govuk-list--spaced">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a className="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}
