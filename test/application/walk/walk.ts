import type { TestServer } from '../start-server.ts';
import type { Visitor } from '../visitor.ts';
import { addressesOf, isKnownTo, missingLike, type Variant } from './addresses.ts';
import type { VisitorName } from './expected-access.ts';
import { wrongWith } from './judgement.ts';
import { routesOfProduct } from './routes-of-product.ts';
import { nameOf, readSteps, refusedPosts, type Place, type Step } from './steps.ts';
import { changedTables, everythingSaved } from './saved.ts';
import { givenAway, marksOf, shows, type Mark } from './what-may-be-seen.ts';
import { finishedAnswer, steady, type Answer } from './walker.ts';
import type { World } from './world.ts';

export type Browsers = Readonly<Record<VisitorName, Visitor>>;

/** The walk through one server: what was asked, what was answered, and what was wrong with it. */
export class Walk {
  readonly routes = routesOfProduct;
  readonly counts = { requests: 0, refused: 0 };
  readonly variants = new Set<Variant>();
  /** Marks that somebody was shown. */
  readonly seen = new Set<string>();
  readonly marks: readonly Mark[];
  readonly world: World;
  readonly browsers: Browsers;
  readonly #server: TestServer;
  /** Answers by visitor and request, to hold others against. */
  readonly #answers = new Map<string, string>();

  constructor(server: TestServer, world: World, browsers: Browsers) {
    this.#server = server;
    this.world = world;
    this.browsers = browsers;
    this.marks = marksOf(world);
  }

  /** One request: asked, judged, and searched for what the visitor should not see. */
  async take(step: Step): Promise<[Answer, string[]]> {
    const { visitor, route, expected, asked } = step;
    const answer = await finishedAnswer(this.browsers[visitor], asked);
    this.counts.requests += 1;
    if (expected !== 'given') this.counts.refused += 1;
    const text = answer.location + answer.body;
    for (const mark of this.marks) if (shows(text, mark.text)) this.seen.add(mark.text);
    const sent = decodeURIComponent(asked.path) + JSON.stringify(asked.fields ?? []);
    const wrong = wrongWith(answer, { expected, visitor, isPost: asked.method === 'POST' });
    const told = givenAway(this.marks, text, { visitor, route: route.id, sent });
    const problems = [...(wrong === undefined ? [] : [wrong]), ...told];
    return [answer, problems.map((problem) => `${nameOf(step)} ${problem}`)];
  }

  async takeAll(steps: readonly Step[]): Promise<string[]> {
    const taken = await Promise.all(
      steps.map(async (step) => {
        const [answer, problems] = await this.take(step);
        this.#answers.set(nameOf(step), steady(answer, step.asked.fields));
        return problems;
      }),
    );
    return taken.flat();
  }

  places(visitor: VisitorName): Place[] {
    return this.routes.flatMap((route) =>
      addressesOf(route.path, this.world).map((address) => ({ visitor, route, address })),
    );
  }

  /** Reads everything as one visitor and gives the problems. */
  async read(visitor: VisitorName): Promise<string[]> {
    const problems: string[] = [];
    for (const place of this.places(visitor)) {
      this.variants.add(place.address.variant);
      problems.push(...(await this.takeAll(readSteps(place))));
    }
    return problems;
  }

  /** Posts whatever one visitor may not post: refused, and not a row of any table differs. */
  async postRefused(visitor: VisitorName): Promise<string[]> {
    const problems: string[] = [];
    let before = await everythingSaved(this.#server.db);
    for (const route of this.routes) {
      for (const place of this.places(visitor).filter((one) => one.route === route)) {
        problems.push(...(await this.takeAll(refusedPosts(this.world, place))));
      }
      const after = await everythingSaved(this.#server.db);
      for (const table of changedTables(before, after)) {
        problems.push(`${visitor}: refused posts to ${route.id} changed ${table}`);
      }
      before = after;
    }
    return problems;
  }

  /** Refusals that differ from the answer to identifiers that do not exist. */
  differences(visitor: VisitorName): string[] {
    const places = this.places(visitor);
    return places.flatMap((place) => {
      if (isKnownTo(visitor, place.address.variant)) return [];
      const wanted = missingLike(place.address.variant);
      const missing = places.find(
        ({ route, address }) => route === place.route && address.variant === wanted,
      );
      return missing === undefined ? [] : this.#differencesBetween(place, missing);
    });
  }

  #differencesBetween(place: Place, missing: Place): string[] {
    const { visitor, route, address } = place;
    // The way to the sign-in page repeats the address, and these identifiers are words.
    const isStranger = visitor === 'nobody' || visitor === 'disabled account';
    if (isStranger && /:(key|month|outcome|file)/.test(route.path)) return [];
    const steps = [...readSteps(place), ...refusedPosts(this.world, place)];
    const refusals = steps.filter(
      ({ expected, asked }) => expected === 'refused' && asked.method !== 'HEAD',
    );
    return refusals.flatMap((step) => {
      const path = step.asked.path.replace(address.path, missing.address.path);
      const one = this.#answers.get(nameOf(step));
      const other = this.#answers.get(nameOf({ visitor, asked: { ...step.asked, path } }));
      if (one === undefined || other === undefined) return [`${nameOf(step)} was not asked`];
      return one === other ? [] : [`${nameOf(step)} differs from ${missing.address.variant}`];
    });
  }

  /** Reads everything once more and gives the requests that are answered otherwise than before. */
  async answeredOtherwise(visitor: VisitorName): Promise<string[]> {
    const changed: string[] = [];
    for (const place of this.places(visitor)) {
      // The list of changes tells an administrator that there was one.
      if (place.route.id === 'routes/admin/audit') continue;
      const steps = readSteps(place).filter(({ asked }) => asked.method === 'GET');
      const taken = await Promise.all(steps.map(async (step) => this.take(step)));
      for (const [index, step] of steps.entries()) {
        const answer = taken[index]?.[0];
        const now = answer === undefined ? undefined : steady(answer);
        if (now !== this.#answers.get(nameOf(step))) changed.push(nameOf(step));
      }
    }
    return changed;
  }
}
