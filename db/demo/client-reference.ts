import type { TeamProfile } from './team-profiles.ts';

/**
 * Client references read like those of real systems: letters of the place, the number of the team and one of the client.
 * No two teams share one: in an extract of all teams a client would otherwise be nobody's.
 */
export function clientReference({ name, index }: TeamProfile, place: number): string {
  const team = `${name.slice(0, 3).toUpperCase()}${String(index + 1).padStart(2, '0')}`;
  return `${team}-${String(place + 1).padStart(4, '0')}`;
}
