import type { LoaderFunctionArgs } from '@remix-run/node';

import { csvText } from '#app/relations/csv.ts';
import { relationsData, relationsQuestion } from '#app/relations/relations-data.server.ts';
import { relationsView } from '#app/relations/relations-view.server.ts';
import { signedInUser } from '#app/server/context.server.ts';

/** The rows of the page's tables as one file: what the reader sees there and nothing more. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, today, isDemo } = context;
  const question = await relationsQuestion(db, new URL(request.url).searchParams, today);
  const user = signedInUser(context);
  const view = await relationsView(db, user, question, await relationsData(db, question));
  const counts = user.teamId === null ? 'rounded' : 'rounded but for your own team';
  const rows = [
    ...view.inputs,
    ...(view.integration === null ? [] : [{ name: 'Integration', rows: view.integration.rows }]),
  ];
  const text = csvText([
    [
      'Definition',
      'Period',
      'Input',
      'Team',
      'Value',
      `Clients (${counts})`,
      `Job entries (${counts})`,
      'Rate',
      '95% interval',
      'Note',
    ],
    ...rows.flatMap((input) =>
      input.rows.map((row) => [
        view.definition.name,
        view.periodLabel,
        input.name,
        row.team,
        row.value,
        row.clients,
        row.entries,
        row.rate,
        row.interval,
        isDemo ? 'Demonstration: synthetic' : '',
      ]),
    ),
  ]);
  // The mark at the start makes spreadsheets read the file as UTF-8.
  return new Response(`\uFEFF${text}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="relations.csv"',
    },
  });
}
