import type { User } from '#app/server/context.server.ts';

/** Where a reader of a team's page can go from it. */
export function teamLinks(user: User, teamId: string): { href: string; text: string }[] {
  const base = `/teams/${teamId}`;
  const ratings = { href: `${base}/integration`, text: 'Integration ratings' };
  const overTime = { href: `${base}/over-time`, text: 'Over time: control charts' };
  switch (user.role) {
    case 'team-leader':
    case 'employment-specialist':
      return [
        overTime,
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
      return [overTime, ratings];
    case 'reviewer':
      return [overTime];
    case 'host-representative':
      return [];
  }
}
