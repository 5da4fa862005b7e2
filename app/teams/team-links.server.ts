import type { User } from '#app/server/context.server.ts';

/** Where a reader of a team's page can go from it. */
export function teamLinks(user: User, teamId: string): { href: string; text: string }[] {
  const base = `/teams/${teamId}`;
  const ratings = { href: `${base}/integration`, text: 'Integration ratings' };
  switch (user.role) {
    case 'team-leader':
    case 'employment-specialist':
      return [
        { href: `${base}/contacts/new`, text: 'Log an employer contact' },
        { href: `${base}/contacts`, text: 'Employer contacts' },
        { href: `${base}/clients`, text: 'Clients, meetings and job entries' },
        { href: `${base}/meeting-returns`, text: 'Monthly meeting returns' },
        ratings,
        { href: `${base}/staff`, text: 'Specialists, working patterns and leave' },
      ];
    case 'national-reader':
    case 'national-analyst':
    case 'administrator':
      return [ratings];
    case 'reviewer':
    case 'host-representative':
      return [];
  }
}
