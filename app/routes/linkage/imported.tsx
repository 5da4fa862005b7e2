import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { importStepForm } from '#app/forms/linkage-steps.schema.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { endImport } from '#app/linkage/end-import.server.ts';
import {
  readProblems,
  readProgress,
  removeImportFolder,
} from '#app/linkage/import-folder.server.ts';
import { stateWords } from '#app/linkage/import-words.ts';
import { ProblemTable } from '#app/linkage/problem-table.tsx';
import { WorkProgress } from '#app/linkage/work-progress.tsx';
import { protectedCounts } from '#app/linkage/protected-counts.server.ts';
import { runImport } from '#app/linkage/start-import.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange } from '#db/audit/change.ts';
import { findLinkageImport, moveLinkageImport } from '#db/queries/linkage-imports.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Import of a return', isStatic: true };

/** Seconds after which a page that waits asks again, by its Refresh header: it needs no script for that. */
const askAgainAfter = '2';
const mostShown = 30;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await importView(context, routeParam(params, 'importId'));
  // With the address: one that ends in a place on the page would only be scrolled to.
  const refresh = `${askAgainAfter}; url=/linkage/imports/${view.id}`;
  return data(view, view.isWorking ? { headers: { Refresh: refresh } } : undefined);
}

async function importView({ db, today, uploads }: AppLoadContext, importId: string) {
  const item = found(await findLinkageImport(db, importId));
  const isWorking = item.state === 'checking' || item.state === 'writing';
  const problems = item.state === 'refused' ? readProblems(uploads.folder, item.id) : undefined;
  return {
    isWorking,
    id: item.id,
    name: item.name,
    state: item.state,
    version: item.version,
    linkageDate: formatDay(item.linkageDate),
    layoutName: item.layoutName,
    roundId: item.state === 'imported' ? item.roundId : null,
    progress: isWorking ? (readProgress(uploads.folder, item.id) ?? null) : null,
    errors: item.errors,
    problems: (problems ?? []).slice(0, mostShown).map(({ file, row, column, rule }) => ({
      ...{ file, row, column, rule },
    })),
    counts: item.counts === null ? [] : await protectedCounts(db, today, item),
  };
}

type View = Awaited<ReturnType<typeof importView>>;

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, uploads } = context;
  const item = found(await findLinkageImport(db, routeParam(params, 'importId')));
  const form = await parseForm(request, importStepForm);
  if (!form.ok) throw new Response('Bad form', { status: 400 });
  const actor = actorOf(context);
  const importId = item.id;
  if (form.value.intent === 'import') {
    await inChange(db, actor, (trx, record) =>
      moveLinkageImport(trx, record, importId, { from: 'checked', to: 'writing' }),
    );
    const hasContributions = item.contributionRows !== null;
    runImport(context, { importId, step: 'write', secret: null, hasContributions });
    return redirect(`/linkage/imports/${importId}`, 303);
  }
  await endImport(db, actor, importId, 'abandoned');
  removeImportFolder(uploads.folder, importId);
  return redirect('/linkage', 303);
}

export default function ImportedReturn() {
  const view = useLoaderData<View>();
  const isUnfinished = view.state === 'checking' || view.state === 'checked';
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage">Back to data linkage</BackLink>
        <span className="govuk-caption-l">{view.name}</span>
        <h1 className="govuk-heading-l">{stateWords[view.state].heading}</h1>
        <p className="govuk-body">{stateWords[view.state].text}</p>
        <WorkProgress progress={view.progress} />
        <SummaryList
          rows={[
            { key: 'Linkage date', value: view.linkageDate },
            { key: 'Layout', value: view.layoutName },
            ...view.counts.map(({ label, value }) => ({ key: label, value })),
          ]}
        />
        {view.counts.length > 0 && (
          <p className="govuk-body">
            Numbers of people are rounded, and small ones hidden, as they are wherever they can be
            read. Rows of the files are shown as they are.
          </p>
        )}
        {view.errors !== null && <Problems view={view} />}
        {isUnfinished && (
          <ButtonGroup>
            {view.state === 'checked' && (
              <StepButton version={view.version} intent="import">
                Import the return
              </StepButton>
            )}
            <StepButton version={view.version} intent="abandon" isSecondary>
              Abandon and remove the files
            </StepButton>
          </ButtonGroup>
        )}
        {view.roundId !== null && (
          <p className="govuk-body">
            <a className="govuk-link" href={`/linkage/rounds/${view.roundId}`}>
              Undo this round
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

interface StepProps {
  version: number;
  intent: 'import' | 'abandon';
  isSecondary?: boolean;
  children: string;
}

function StepButton({ version, intent, isSecondary = false, children }: StepProps) {
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="intent" value={intent} />
      <Button variant={isSecondary ? 'secondary' : undefined} preventDoubleClick>
        {children}
      </Button>
    </Form>
  );
}

function Problems({ view: { id, errors, problems } }: { view: View }) {
  const rest = (errors ?? 0) - problems.length;
  return (
    <>
      <ProblemTable problems={problems} />
      {problems.length === 0 && (
        <p className="govuk-body">The list of errors has been removed: it is kept for a day.</p>
      )}
      {problems.length > 0 && rest > 0 && <p className="govuk-body">And {rest} more.</p>}
      {problems.length > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/linkage/imports/${id}/bad-rows.csv`}>
            Download the bad rows (CSV)
          </a>
        </p>
      )}
    </>
  );
}
