import type { AppLoadContext } from '@remix-run/node';

import type { OutcomesFile } from './outcomes-files.ts';
import { outcomesPage } from './outcomes-page.server.ts';
import { groupNames } from './outcomes-words.ts';

/** What a file is made from; undefined where there is no round, or none worked out yet. */
export async function outcomesFile(
  context: AppLoadContext,
  request: Request,
): Promise<OutcomesFile | undefined> {
  const { choices, round, release } = await outcomesPage(context, request);
  if (round === undefined || release === undefined) return undefined;
  const group = release.groups[choices.group];
  const chosen = new URL(request.url).searchParams.get('outcome');
  const only = group.outcomes.filter(({ outcome }) => outcome === chosen);
  return {
    round: round.name,
    clients: groupNames[choices.group],
    group,
    outcomes: only.length === 0 ? group.outcomes : only,
    isDemo: context.isDemo,
  };
}
