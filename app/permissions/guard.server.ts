import type {
  ActionFunctionArgs,
  AppLoadContext,
  LoaderFunctionArgs,
  ServerBuild,
} from '@remix-run/node';

import { asResponse } from '../server/as-response.server.ts';
import { noteRoute } from '../server/route-of-request.server.ts';
import { refuse, refuseWrite } from './refusals.server.ts';
import type { Policy } from './rules.server.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Policies = Readonly<Record<string, Policy>>;
type Route = ServerBuild['routes'][string];

/**
 * The build with every loader and action behind its policy. A route that nobody wrote a policy for stops the server
 * at start, so that forgetting one can never open a page.
 */
export function guardBuild(build: ServerBuild, policies: Policies): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const policy = Object.hasOwn(policies, id) ? policies[id] : undefined;
    if (policy === undefined) {
      throw new Error(`Route "${id}" has no policy in app/permissions/policies.server.ts.`);
    }
    return [id, guardRoute(route, policy)] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/**
 * Remix runs the loaders of a page's routes side by side and each can be asked for by itself, so each checks for
 * itself; a page without a loader is given one that does nothing else.
 */
function guardRoute(route: Route, policy: Policy): Route {
  const { loader, action } = route.module;
  const isPage = route.module.default !== undefined;
  const module = { ...route.module };
  if (loader !== undefined || isPage) {
    module.loader = async (args) => {
      noteRoute(args.context, route.id);
      await checkRead(policy, args);
      return loader === undefined ? null : asResponse(await loader(args));
    };
  }
  if (action !== undefined) {
    module.action = async (args) => {
      noteRoute(args.context, route.id);
      await checkWrite(policy, args);
      return asResponse(await refuseStale(() => action(args)));
    };
  }
  return { ...route, module };
}

async function checkRead({ read }: Policy, args: Args): Promise<void> {
  const decision = await read(visitOf(args));
  if (decision !== 'allow') throw refuse(decision, args.request);
}

/** Writing asks after the person's right before a byte of the body is read. */
async function checkWrite({ write }: Policy, args: Args): Promise<void> {
  if (write === undefined) throw new Response('Method not allowed', { status: 405 });
  const decision = await write(visitOf(args));
  if (decision !== 'allow') throw await refuseWrite(decision, args.request);
}

/**
 * An edit that lost a race and whose route did not say so itself. By name: the routes' bundle has its own copy of the
 * class.
 */
async function refuseStale(act: () => unknown): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error && error.name === 'StaleVersionError') {
      throw new Response('Changed by somebody else', { status: 409 });
    }
    throw error;
  }
}

function visitOf({ context, params }: Args): {
  user: AppLoadContext['user'];
  params: Args['params'];
  db: AppLoadContext['db'];
} {
  return { user: context.user, params, db: context.db };
}
