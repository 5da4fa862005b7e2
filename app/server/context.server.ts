import type { AppLoadContext } from '@remix-run/node';

import type { Work } from '#app/work/work.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Role } from '#db/schema/people.ts';

/** The signed-in person as routes see them. */
export interface User {
  id: string;
  name: string;
  role: Role;
  /** Team leaders and employment specialists; null for everyone else. */
  teamId: string | null;
  /** Host representatives; null for everyone else. */
  hostServiceId: string | null;
}

/** Where files lie while they are imported, and how large one may be. */
export interface Uploads {
  folder: string;
  maxFileBytes: number;
}

/** What the server hands to every loader and action. */
export interface RequestContext {
  db: Db;
  /** Where figures are worked out that take long. */
  work: Work;
  /** null until somebody has signed in; the guard lets such a visit reach public routes only. */
  user: User | null;
  /** SHA-256 of the session's token, for the list of own sessions. */
  sessionId: string | null;
  /** Time stamp (UTC ISO) of this request. */
  now: string;
  /** Today in England (ISO day); in demo mode the demo's fixed day. */
  today: string;
  isDemo: boolean;
  uploads: Uploads;
  /** For Content-Security-Policy. */
  nonce: string;
  /** The visitor's network address, for counting sign-in tries: kept as a hash for a day at most, never logged. */
  clientAddress: string;
  /** The document that is being made for this request; absent where a browser asks for data alone. */
  document?: { content?: string } | undefined;
}

declare module '@remix-run/node' {
  // Interface merging is how Remix types its load context.
  interface AppLoadContext extends RequestContext {}
}

/** The signed-in user of a route that the guard has already let through. */
export function signedInUser(context: AppLoadContext): User {
  if (context.user === null) throw new Response('Sign in', { status: 403 });
  return context.user;
}

/** Who changes something and when, for inChange and createOnce. */
export function actorOf(context: AppLoadContext): { userId: string; at: string } {
  return { userId: signedInUser(context).id, at: context.now };
}
