import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { PageLinks } from '#app/components/lists/page-links.tsx';
import { pageOf } from '#app/components/lists/paging.ts';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { countMeetingNotes, listMeetingNotes } from '#db/queries/meeting-notes.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Meeting notes' };

const notesPerPage = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const page = pageOf(search.get('page'), await countMeetingNotes(context.db), notesPerPage);
  const { limit, offset } = page;
  const notes = await listMeetingNotes(context.db, { limit, offset });
  return {
    page,
    mayWrite: signedInUser(context).role === 'national-analyst',
    notes: notes.map(({ id, heldOn, text }) => ({ id, heldOn: formatDay(heldOn), text })),
  };
}

export default function MeetingNotes() {
  const { page, mayWrite, notes } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Meeting notes</h1>
        <p className="govuk-body">What was said and decided, newest meeting first.</p>
        {mayWrite && <ButtonLink href="/meeting-notes/new">Write a note</ButtonLink>}
        {notes.length === 0 && <p className="govuk-body">There are no notes yet.</p>}
        {notes.map(({ id, heldOn, text }) => (
          <section key={id} className="gt-section" aria-labelledby={`note-${id}`}>
            <h2 className="govuk-heading-m" id={`note-${id}`}>
              {heldOn}
            </h2>
            <p className="govuk-body gt-typed-text">{text}</p>
            {mayWrite && (
              <p className="govuk-body">
                <a className="govuk-link" href={`/meeting-notes/${id}`}>
                  Change
                  <span className="govuk-visually-hidden"> the note of {heldOn}</span>
                </a>
              </p>
            )}
          </section>
        ))}
        <PageLinks page={page} />
      </div>
    </div>
  );
}
