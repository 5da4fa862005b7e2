import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { describe, expect, test } from 'vitest';

import { guardBuild } from '#app/permissions/guard.server.ts';
import { anybody, anyoneSignedIn, type Policy } from '#app/permissions/rules.server.ts';

type Module = ServerBuild['routes'][string]['module'];

const page = { default: () => null } as Partial<Module> as Module;

/** One guarded route; `run` calls its loader or action as Remix would and gives what it answered or threw. */
function guarded(module: Partial<Module>, policy: Policy | undefined) {
  const build = {
    routes: { 'routes/one': { id: 'routes/one', path: 'one', module } },
  } as unknown as ServerBuild;
  const policies = policy === undefined ? {} : { 'routes/one': policy };
  const route = guardBuild(build, policies).routes['routes/one'];
  return {
    module: route?.module,
    run: async (
      kind: 'loader' | 'action',
      { user = null, ...init }: RequestInit & { user?: AppLoadContext['user'] } = {},
    ): Promise<unknown> => {
      const request = new Request('https://thread.example.org/one?a=1', init);
      const context = { user } as AppLoadContext;
      try {
        return await route?.module[kind]?.({ request, context, params: {} });
      } catch (thrown) {
        return thrown;
      }
    },
  };
}

const user = {
  id: 'u1',
  name: 'Asha',
  role: 'reviewer',
  teamId: null,
  hostServiceId: null,
} satisfies AppLoadContext['user'];

test('a route without a policy stops the start and is named', () => {
  expect(() => guarded(page, undefined)).toThrow('Route "routes/one" has no policy');
});

test('an inherited property is no policy', () => {
  const build = { routes: { constructor: { id: 'constructor', module: page } } };
  expect(() => guardBuild(build as unknown as ServerBuild, {})).toThrow('has no policy');
});

describe('reading', () => {
  test('what is allowed reaches the loader', async () => {
    const { run } = guarded({ ...page, loader: () => 'data' }, { read: anyoneSignedIn });
    expect(await run('loader', { user })).toBe('data');
  });

  test('a page without a loader is refused too', async () => {
    const { run } = guarded(page, { read: anyoneSignedIn });
    const answer = (await run('loader')) as Response;
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/sign-in?next=%2Fone%3Fa%3D1');
    expect(await run('loader', { user })).toBeNull();
  });

  test('a loader does not run for whom it is not', async () => {
    let hasRun = false;
    const loader = () => {
      hasRun = true;
      return null;
    };
    const { run } = guarded({ ...page, loader }, { read: () => 'forbidden' });
    expect(((await run('loader', { user })) as Response).status).toBe(403);
    expect(hasRun).toBe(false);
  });

  test('another team’s record is answered like an unknown address', async () => {
    const { run } = guarded(page, { read: () => 'not-found' });
    const answer = (await run('loader', { user })) as Response;
    expect([answer.status, await answer.text()]).toEqual([404, 'Not found']);
  });
});

describe('writing', () => {
  const post = { method: 'POST', body: new URLSearchParams({ note: 'typed' }) };

  test('a policy without a rule for writing refuses every post', async () => {
    const { run } = guarded({ ...page, action: () => 'done' }, { read: anybody });
    expect(((await run('action', { ...post, user })) as Response).status).toBe(405);
  });

  test('a right to read is no right to write', async () => {
    const policy: Policy = { read: anybody, write: () => 'forbidden' };
    const { run } = guarded({ ...page, action: () => 'done' }, policy);
    expect(((await run('action', { ...post, user })) as Response).status).toBe(403);
  });

  test('after the session’s end what was typed comes back with the sign-in page', async () => {
    const policy: Policy = { read: anyoneSignedIn, write: anyoneSignedIn };
    const { run } = guarded({ ...page, action: () => 'done' }, policy);
    const answer = (await run('action', post)) as Response;
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ next: '/one?a=1', fields: [['note', 'typed']] });
  });

  test('an edit that came second is answered 409, other errors stay errors', async () => {
    const failing = (name: string) =>
      guarded(
        {
          ...page,
          action: () => {
            const error = new Error('of item scores');
            error.name = name;
            throw error;
          },
        },
        { read: anybody, write: anybody },
      );
    const stale = (await failing('StaleVersionError').run('action', post)) as Response;
    expect(stale.status).toBe(409);
    expect(await failing('TypeError').run('action', post)).toBeInstanceOf(Error);
  });
});

test('a route that only answers with data is guarded and gets no loader it did not have', () => {
  const { module } = guarded({ action: () => null }, { read: anybody, write: anybody });
  expect(module?.loader).toBeUndefined();
  expect(module?.action).toBeDefined();
});
