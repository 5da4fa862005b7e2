import { randomUUID } from 'node:crypto';

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { readBaselineFile } from '#app/import/baseline-file.server.ts';
import { rowsDone, rowsWords } from '#app/import/done-words.ts';
import {
  answerImport,
  refusedFile,
  refusedUpload,
  type ImportAnswer,
} from '#app/import/import-answer.server.ts';
import { ImportForm } from '#app/import/import-form.tsx';
import { LayoutWords } from '#app/import/layout-words.tsx';
import { readUpload } from '#app/import/read-upload.server.ts';
import { importTeamBaseline } from '#app/import/team-baseline.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { findTeam } from '#db/queries/teams.ts';

export const handle: RouteHandle = { title: 'Import vocational profiles' };

export function loader({ request, params }: LoaderFunctionArgs) {
  return {
    teamId: routeParam(params, 'teamId'),
    submissionId: randomUUID(),
    done: rowsDone(request),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const team = found(await findTeam(context.db, routeParam(params, 'teamId')));
  const reading = await readUpload(request);
  if (!reading.ok) return refusedUpload(reading.message);
  const file = readBaselineFile(reading.upload.bytes);
  if (!file.ok) return refusedFile(file.errors);
  return answerImport(context, reading.upload, {
    work: (trx, record) => importTeamBaseline(trx, record, team, file.rows),
    previewOf: ({ rows, added, changed, unchanged }) => [
      { label: 'Rows in the file', value: rows },
      { label: 'Clients who get a vocational profile', value: added },
      { label: 'Clients whose answers change', value: changed },
      { label: 'Clients whose answers stay the same', value: unchanged },
    ],
    locationFor: ({ rows }) => `/teams/${team.id}/import?done=${rows}`,
  });
}

export default function ImportTeamBaseline() {
  const { teamId, submissionId, done } = useLoaderData<typeof loader>();
  const answer = useActionData() as ImportAnswer | undefined;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/clients`}>Back to clients</BackLink>
        {done !== null && <NotificationBanner type="success">{rowsWords(done)}</NotificationBanner>}
        <h1 className="govuk-heading-l">Import vocational profiles</h1>
        <p className="govuk-body">
          The file’s answers go into the vocational profiles of clients whom your team already has,
          found by their reference. All rows are taken or none. An empty cell leaves a known answer
          as it is.
        </p>
        <p className="govuk-body">
          The columns with meetings and job starts may be in the file, but are not taken: your
          team’s own records have those with their dates.
        </p>
        <LayoutWords />
        <ImportForm answer={answer} submissionId={submissionId} />
      </div>
    </div>
  );
}
