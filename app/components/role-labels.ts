import type { Role } from '#db/schema/people.ts';

/** Roles in the words that people use for them. */
export const roleLabels: Record<Role, string> = {
  administrator: 'administrator',
  reviewer: 'reviewer',
  'team-leader': 'team leader',
  'employment-specialist': 'employment specialist',
  'host-representative': 'host service representative',
  'national-reader': 'national reader',
  'national-analyst': 'national analyst',
};
