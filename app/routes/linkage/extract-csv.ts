import { redirect, type ActionFunctionArgs } from '@remix-run/node';

import { answerExtract } from '#app/linkage/answer-extract.server.ts';

/** The form of an extract is another page's; by itself this address leads there. */
export function loader() {
  return redirect('/linkage/extract', 303);
}

/** The extract itself, as a file: it is made for this answer and kept nowhere. */
export function action({ request, context }: ActionFunctionArgs) {
  return answerExtract(context, request);
}
