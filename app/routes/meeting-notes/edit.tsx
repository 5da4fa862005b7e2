import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { editMeetingNoteForm } from '#app/forms/meeting-note.schema.ts';
import { noteFormValues, noteWords } from '#app/forms/meeting-note.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { NoteForm } from '#app/meeting-notes/note-form.tsx';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { findMeetingNote, updateMeetingNote } from '#db/queries/meeting-notes.ts';

export const handle: RouteHandle = { title: 'Change a meeting note' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const note = found(await findMeetingNote(context.db, routeParam(params, 'noteId')));
  return { today: context.today, version: note.version, initial: noteFormValues(note) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: noteId } = found(await findMeetingNote(context.db, routeParam(params, 'noteId')));
  const form = await parseForm(request, editMeetingNoteForm(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { version, note } = form.value;
  try {
    await inChange(context.db, actorOf(context), (trx, record) =>
      updateMeetingNote(trx, record, { noteId, version }, note),
    );
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const saved = found(await findMeetingNote(context.db, noteId));
    const conflict = conflictBetween(saved.version, noteWords(note), noteWords(saved));
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
  return redirect('/meeting-notes', 303);
}

export default function EditMeetingNote() {
  const { today, version, initial } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/meeting-note.schema.ts')).editMeetingNoteForm(today),
    initial,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/meeting-notes">Back to meeting notes</BackLink>
        <h1 className="govuk-heading-l">Change a meeting note</h1>
        <NoteForm form={form} version={version} />
      </div>
    </div>
  );
}
