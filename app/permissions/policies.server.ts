import { anybody, anyoneSignedIn, type Policy } from './rules.server.ts';

/**
 * Who may read and write each route, by route id (its file under app/, without extension). The server refuses
 * to start while a route is missing here; what is not allowed is denied.
 */
export const policies: Record<string, Policy> = {
  root: { read: anybody },
  'routes/home': { read: anyoneSignedIn },
};
