import { roles } from './rules.server.ts';

/** Rules that go by role alone, whatever the address says. */
export const administrator = roles('administrator');
export const analyst = roles('national-analyst');
export const national = roles('national-reader', 'national-analyst');
export const nationalAndAdministrator = roles(
  'national-reader',
  'national-analyst',
  'administrator',
);

export const assessorsOfProgramme = roles(
  'national-reader',
  'national-analyst',
  'administrator',
  'reviewer',
);

/** Host representatives see integration ratings of their own service and nothing else. */
export const everybodyButHosts = roles(
  'administrator',
  'reviewer',
  'team-leader',
  'employment-specialist',
  'national-reader',
  'national-analyst',
);
