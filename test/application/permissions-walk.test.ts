import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { setUp } from '../builders/set-up.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';
import { addressesOf, missingLike, type Address, type Variant } from './walk/addresses.ts';
import { allows, expectedAccess, visitorNames, type VisitorName } from './walk/expected-access.ts';
import { baselineOf, fieldsFor, queryOf, type Fields } from './walk/forms-to-post.ts';
import { hiddenFields } from './hidden-fields.ts';
import { wrongWith, type Expected } from './walk/judgement.ts';
import { writeScores } from './walk/review-scores.ts';
import { neighboursOf, routesOfProduct, type WalkedRoute } from './walk/routes-of-product.ts';
import { givenAway, marksOf, type Mark } from './walk/what-may-be-seen.ts';
import {
  ask,
  changedTables,
  everythingSaved,
  steady,
  type Answer,
  type Asked,
} from './walk/walker.ts';
import { buildWorld, scoreWords, type World } from './walk/world.ts';

/**
 * Every route, walked by every role with the own team's identifiers, another team's, both mixed and none that exist.
 * Routes are taken from app/routes.ts; what each visitor may do is in walk/expected-access.ts and nowhere else.
 */
const routes = routesOfProduct();
const minutes = 60_000;

let server: TestServer;
let world: World;
let marks: Mark[];
const browsers = {} as Record<VisitorName, Visitor>;

const count = { requests: 0, refused: 0 };
const seen = new Set<string>();
const variants = new Set<string>();

beforeAll(async () => {
  server = await startTestServer({
    prepare: async (db) => {
      world = await buildWorld(db);
    },
  });
  marks = marksOf(world);
  for (const name of visitorNames) {
    browsers[name] =
      name === 'nobody' ? server.visitor() : await server.signIn(world.accounts[name].email);
  }
  const { id } = world.accounts['disabled account'];
  await setUp(server.db, (trx) =>
    trx
      .updateTable('users')
      .set({ disabledAt: new Date().toISOString() })
      .where('id', '=', id)
      .execute(),
  );
});

afterAll(async () => {
  console.log(
    `Permissions walk: ${routes.length} routes, ${visitorNames.length} visitors, ` +
      `${variants.size} identifier variants, ${count.requests} requests, ${count.refused} refused`,
  );
  await server.stop();
});

interface Step {
  visitor: VisitorName;
  route: WalkedRoute;
  expected: Expected;
  asked: Asked;
}

const nameOf = ({ visitor, asked }: Pick<Step, 'visitor' | 'asked'>) =>
  `${visitor}: ${asked.method} ${asked.path}`;

/** One request of the walk: asked, judged, and searched for what the visitor should not see. */
async function take(step: Step, browser = browsers[step.visitor]) {
  const { visitor, route, expected, asked } = step;
  const answer = await ask(browser, asked);
  count.requests += 1;
  if (expected !== 'given') count.refused += 1;
  const sent = decodeURIComponent(asked.path) + JSON.stringify(asked.fields ?? []);
  for (const { text } of marks) if (answer.body.includes(text)) seen.add(text);
  const isPost = asked.method === 'POST';
  const problems = [
    wrongWith(answer, { expected, visitor, isPost }) ?? [],
    givenAway(marks, answer.location + answer.body, { visitor, route: route.id, sent }).map(
      (what) => `gives away ${what}`,
    ),
  ].flat();
  return { answer, problems: problems.map((problem) => `${nameOf(step)} ${problem}`) };
}

const withQuery = (path: string, query: string) =>
  path + (query === '' ? '' : `${path.includes('?') ? '&' : '?'}${query}`);

const dataOf = (route: string) => `_data=${encodeURIComponent(route)}`;

/** Where a guard knows nothing of identifiers, these stand for all. */
const mainVariants: readonly Variant[] = ['plain', 'own', 'other', 'blind', 'unassigned'];

/** The requests for reading at one address: the page, its head, its data, and data of routes above and beside it. */
function readSteps(visitor: VisitorName, route: WalkedRoute, { path, variant }: Address): Step[] {
  const isAllowed = allows(expectedAccess[route.id]?.read, visitor, variant);
  const own: Expected = isAllowed ? 'given' : 'refused';
  const step = (expected: Expected, query: string, method: 'GET' | 'HEAD' = 'GET'): Step => ({
    visitor,
    route,
    expected,
    asked: { method, path: withQuery(path, query) },
  });
  const both = [step(own, ''), step(own, dataOf(route.id))];
  if (!mainVariants.includes(variant)) return both;
  return [
    ...both,
    step(own, '', 'HEAD'),
    // What the layout prints: one's own name and links, whatever the address.
    step('given', dataOf('root')),
    ...neighboursOf(route, routes).map((other) => step('no such data', dataOf(other))),
  ];
}

/** The posts to one address that nobody of this role may make. */
function refusedPosts(visitor: VisitorName, route: WalkedRoute, address: Address): Step[] {
  const access = expectedAccess[route.id];
  const { path, variant } = address;
  const fields = fieldsFor(route.id, { world, address, visitor });
  const step = (expected: Expected, query: string): Step => ({
    visitor,
    route,
    expected,
    asked: { method: 'POST', path: withQuery(path + (queryOf[route.id] ?? ''), query), fields },
  });
  const others = mainVariants.includes(variant) ? ['root', ...neighboursOf(route, routes)] : [];
  const elsewhere = others.map((other) => step('no such form', dataOf(other)));
  const mayPost = [access?.write, access?.harmless].some((grant) =>
    allows(grant, visitor, variant),
  );
  if (mayPost) return elsewhere;
  return [
    ...['', dataOf(route.id), 'index', `index&${dataOf(route.id)}`].map((query) =>
      step('refused', query),
    ),
    ...elsewhere,
  ];
}

/** Answers of the walk by visitor and request, to hold others against. */
const answers = new Map<string, string>();

async function takeAll(steps: readonly Step[]): Promise<string[]> {
  const taken = await Promise.all(
    steps.map(async (step) => {
      const { answer, problems } = await take(step);
      answers.set(nameOf(step), steady(answer, step.asked.fields));
      return problems;
    }),
  );
  return taken.flat();
}

test('the table has every route and no other', () => {
  expect(Object.keys(expectedAccess).toSorted()).toEqual(routes.map(({ id }) => id).toSorted());
});

test(
  'the setting shows that what is looked for would be found: relations have rows',
  async () => {
    const path = `/relations?period=${world.halfYear}`;
    const leader = await (await browsers['team leader'].get(path)).text();
    const reader = await (await browsers['national reader'].get(path)).text();
    expect(leader).toContain('Another team');
    expect(reader).toContain(world.sides.other.words.team);
  },
  minutes,
);

describe.each(visitorNames)('%s', (visitor) => {
  test(
    'reads what the table says and nothing else',
    async () => {
      const problems: string[] = [];
      for (const route of routes) {
        for (const address of addressesOf(route.path, world)) {
          variants.add(address.variant);
          problems.push(...(await takeAll(readSteps(visitor, route, address))));
        }
      }
      expect(problems).toEqual([]);
    },
    5 * minutes,
  );

  test(
    'is refused every other post, and nothing changes',
    async () => {
      const problems: string[] = [];
      let before = await everythingSaved(server.db);
      for (const route of routes) {
        for (const address of addressesOf(route.path, world)) {
          problems.push(...(await takeAll(refusedPosts(visitor, route, address))));
        }
        const after = await everythingSaved(server.db);
        for (const table of changedTables(before, after)) {
          problems.push(`${visitor}: refused posts to ${route.id} changed ${table}`);
        }
        before = after;
      }
      expect(problems).toEqual([]);
    },
    5 * minutes,
  );

  test('is answered as for what does not exist', () => {
    const problems: string[] = [];
    for (const route of routes) {
      const addresses = addressesOf(route.path, world);
      for (const address of addresses) {
        const missing = addresses.find(({ variant }) => variant === missingLike(address.variant));
        if (missing === undefined) continue;
        problems.push(...differences(visitor, route, address, missing));
      }
    }
    expect(problems).toEqual([]);
  });
});

/** A key is the one identifier that is a word, and a refusal to a stranger repeats the address. */
const stepsAt = (visitor: VisitorName, route: WalkedRoute, address: Address): Step[] => [
  ...readSteps(visitor, route, address),
  ...refusedPosts(visitor, route, address),
];

function differences(
  visitor: VisitorName,
  route: WalkedRoute,
  address: Address,
  missing: Address,
): string[] {
  const isStranger = visitor === 'nobody' || visitor === 'disabled account';
  if (isStranger && (route.path.includes(':key') || route.path.includes(':month'))) return [];
  const there = stepsAt(visitor, route, address).filter(({ expected }) => expected === 'refused');
  return there.flatMap((step) => {
    const path = step.asked.path.replace(address.path, missing.path);
    const alike = nameOf({ visitor, asked: { ...step.asked, path } });
    const [one, other] = [answers.get(nameOf(step)), answers.get(alike)];
    if (one === undefined) return [`${nameOf(step)} was not asked`];
    if (other === undefined && !mainVariants.includes(missing.variant)) return [];
    return one === other ? [] : [`${nameOf(step)} (${address.variant}) differs from none`];
  });
}
