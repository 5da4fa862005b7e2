import type { Db } from '#db/connection/open-database.ts';

import { hiddenFields } from '../hidden-fields.ts';
import { allows, expectedAccess, visitorNames } from './expected-access.ts';
import { fieldsFor, queryOf, type Fields } from './forms-to-post.ts';
import { changedTables, everythingSaved } from './saved.ts';
import type { Place } from './steps.ts';
import type { Walk } from './walk.ts';
import { ask } from './walker.ts';

/** Both end the session that the rest of the walk needs. */
const last = ['routes/sign-in', 'routes/sign-out'];
/** What a page renews in its form. */
const renewed = /^(version|submissionId)$/;

/**
 * Sends the form of every route as each visitor who may. Gives what was wrong, and the routes that took a form with 303:
 * a form that is good there was good where it was refused.
 */
export async function postAllowed(
  walk: Walk,
  db: Db,
): Promise<{ problems: string[]; done: Set<string> }> {
  const places = visitorNames
    .flatMap((visitor) => walk.places(visitor))
    .toSorted((a, b) => last.indexOf(a.route.id) - last.indexOf(b.route.id));
  const problems: string[] = [];
  const done = new Set<string>();
  for (const place of places) {
    const { visitor, route, address } = place;
    const access = expectedAccess[route.id];
    const isHarmless = allows(access?.harmless, visitor, address.variant);
    if (!isHarmless && !allows(access?.write, visitor, address.variant)) continue;
    const path = address.path + (queryOf[route.id] ?? '');
    const fields = await filledIn(walk, place, path);
    const before = isHarmless ? await everythingSaved(db) : undefined;
    const asked = { method: 'POST', path, fields } as const;
    const [answer, wrong] = await walk.take({ visitor, route, expected: 'given', asked });
    problems.push(...wrong);
    if (answer.status === 303) done.add(route.id);
    if (before === undefined) continue;
    for (const table of changedTables(before, await everythingSaved(db))) {
      problems.push(`${visitor}: POST ${path} changed ${table}`);
    }
  }
  return { problems, done };
}

async function filledIn(
  walk: Walk,
  { visitor, route, address }: Place,
  path: string,
): Promise<Fields> {
  const fields = fieldsFor(route.id, { world: walk.world, address, visitor });
  const page = await ask(walk.browsers[visitor], { method: 'GET', path });
  const hidden = Object.entries(hiddenFields(page.body)).filter(([name]) => renewed.test(name));
  const names = hidden.map(([name]) => name);
  return [...fields.filter(([name]) => !names.includes(name)), ...hidden];
}
