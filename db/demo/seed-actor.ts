import type { Actor } from '../audit/change.ts';
import { DEMO_MOMENT } from './demo-constants.ts';

/** Who the audit records of the seed name: a set-up command, on the demo's own day. */
export const seedActor: Actor = { userId: null, at: DEMO_MOMENT };
