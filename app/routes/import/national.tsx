import { randomUUID } from 'node:crypto';

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { readBaselineFile } from '#app/import/baseline-file.server.ts';
import { rowsDone, rowsWords } from '#app/import/done-words.ts';
import { importEvaluationBaseline } from '#app/import/evaluation-baseline.server.ts';
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
import { findTeam, listTeams } from '#db/queries/teams.ts';

export const handle: RouteHandle = { title: 'Import a baseline' };

const cohort = 'evaluation-cohort';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const teams = await listTeams(context.db);
  return {
    submissionId: randomUUID(),
    done: rowsDone(request),
    teams: teams.map(({ id, name }) => ({ value: id, label: name })),
  };
}

const fileRows = (value: number) => ({ label: 'Rows in the file', value });
const locationFor = ({ rows }: { rows: number }) => `/import?done=${rows}`;

export async function action({ request, context }: ActionFunctionArgs) {
  const reading = await readUpload(request);
  if (!reading.ok) return refusedUpload(reading.message);
  const { destination, bytes } = reading.upload;
  const team = await findTeam(context.db, destination);
  if (team === undefined && destination !== cohort) {
    return refusedUpload('Choose where the answers should go', 'destination');
  }
  const file = readBaselineFile(bytes);
  if (!file.ok) return refusedFile(file.errors);
  if (team === undefined) {
    return answerImport(context, reading.upload, {
      work: (trx, record) => importEvaluationBaseline(trx, record, file.rows),
      previewOf: ({ rows, replaced }) => [
        fileRows(rows),
        { label: 'Clients of the cohort who are replaced', value: replaced },
      ],
      locationFor,
    });
  }
  return answerImport(context, reading.upload, {
    work: (trx, record) => importTeamBaseline(trx, record, team, file.rows),
    // How many of a team's clients have which answers is not for a national role to see.
    previewOf: ({ rows }) => [fileRows(rows)],
    locationFor,
  });
}

export default function ImportBaseline() {
  const { submissionId, done, teams } = useLoaderData<typeof loader>();
  const answer = useActionData() as ImportAnswer | undefined;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {done !== null && <NotificationBanner type="success">{rowsWords(done)}</NotificationBanner>}
        <h1 className="govuk-heading-l">Import a baseline</h1>
        <p className="govuk-body">
          For a team, the answers go into the vocational profiles of clients whom the team already
          has; the columns with meetings and job starts are not taken. For the evaluation cohort,
          the file takes the place of the whole cohort, results and all. All rows are taken or none.
        </p>
        <LayoutWords />
        <ImportForm
          answer={answer}
          submissionId={submissionId}
          destinations={[{ value: cohort, label: 'The evaluation cohort' }, ...teams]}
        />
      </div>
    </div>
  );
}
