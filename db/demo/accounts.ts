import type { Role } from '../schema/people.ts';

/**
 * Everybody who can sign in to the demo. The people are invented, the addresses lead nowhere (example.org is kept
 * free for examples), and the passwords are public: they open a demo file only.
 */
export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  role: Role;
  roleLabel: string;
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    email: 'ines.calloway@example.org',
    password: 'copper-lantern-orchard-41',
    name: 'Ines Calloway',
    role: 'administrator',
    roleLabel: 'Administrator',
  },
  {
    email: 'tobias.fenner@example.org',
    password: 'quiet-harbour-almanac-72',
    name: 'Tobias Fenner',
    role: 'reviewer',
    roleLabel: 'Reviewer (leads the reviews)',
  },
  {
    email: 'ruth.adebanjo@example.org',
    password: 'velvet-meadow-compass-18',
    name: 'Ruth Adebanjo',
    role: 'reviewer',
    roleLabel: 'Reviewer (second reviewer)',
  },
  {
    email: 'marguerite.olsen@example.org',
    password: 'amber-kettle-viaduct-63',
    name: 'Marguerite Olsen',
    role: 'team-leader',
    roleLabel: 'Team leader',
  },
  {
    email: 'devinder.hale@example.org',
    password: 'silver-birch-notebook-29',
    name: 'Devinder Hale',
    role: 'employment-specialist',
    roleLabel: 'Employment specialist',
  },
  {
    email: 'carys.whitlow@example.org',
    password: 'marble-canal-teapot-85',
    name: 'Carys Whitlow',
    role: 'host-representative',
    roleLabel: 'Host service representative',
  },
  {
    email: 'anton.belgrave@example.org',
    password: 'russet-pebble-window-37',
    name: 'Anton Belgrave',
    role: 'national-reader',
    roleLabel: 'National reader',
  },
  {
    email: 'priya.holt@example.org',
    password: 'indigo-sparrow-ledger-94',
    name: 'Priya Holt',
    role: 'national-analyst',
    roleLabel: 'National analyst',
  },
];
