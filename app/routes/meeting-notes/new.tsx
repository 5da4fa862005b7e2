import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { newMeetingNoteForm } from '#app/forms/meeting-note.schema.ts';
import { noteFormValues } from '#app/forms/meeting-note.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { NoteForm } from '#app/meeting-notes/note-form.tsx';
import { actorOf } from '#app/server/context.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { insertMeetingNote } from '#db/queries/meeting-notes.ts';

export const handle: RouteHandle = { title: 'Write a meeting note' };

export function loader({ context }: LoaderFunctionArgs) {
  return { today: context.today, submissionId: randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, newMeetingNoteForm(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, note } = form.value;
  const actor = actorOf(context);
  const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
    await insertMeetingNote(trx, record, note, actor);
    return { location: '/meeting-notes' };
  });
  return redirect(location, 303);
}

export default function NewMeetingNote() {
  const { today, submissionId } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/meeting-note.schema.ts')).newMeetingNoteForm(today),
    noteFormValues({ heldOn: today, text: '' }),
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/meeting-notes">Back to meeting notes</BackLink>
        <h1 className="govuk-heading-l">Write a meeting note</h1>
        <NoteForm form={form} submissionId={submissionId} />
      </div>
    </div>
  );
}
