import type { Role } from '#db/schema/people.ts';

export interface NavigationLink {
  href: string;
  text: string;
}

interface Visitor {
  role: Role;
  teamId: string | null;
}

const home: NavigationLink = { href: '/', text: 'Home' };
const scale: NavigationLink = { href: '/scale', text: 'The scale' };
const relations: NavigationLink = { href: '/relations', text: 'Relations' };
const outcomes: NavigationLink = { href: '/outcomes', text: 'Outcomes' };
const reviews: NavigationLink = { href: '/reviews', text: 'Reviews' };
const definitions: NavigationLink = { href: '/definitions', text: 'Definitions' };
const meetingNotes: NavigationLink = { href: '/meeting-notes', text: 'Meeting notes' };
const benchmarks: NavigationLink = { href: '/benchmarks', text: 'Benchmarks' };
const linkage: NavigationLink = { href: '/linkage', text: 'Data linkage' };
const nationalTeams: NavigationLink = { href: '/teams', text: 'Teams' };

/** The links of a person's pages. What a link leads to is decided by the policies, not by its being shown. */
export function navigationFor({ role, teamId }: Visitor): NavigationLink[] {
  const team = teamId === null ? [] : [{ href: `/teams/${teamId}`, text: 'My team' }];
  switch (role) {
    case 'team-leader':
    case 'employment-specialist':
      return [home, ...team, relations, scale, definitions];
    case 'reviewer':
      return [home, reviews, relations, outcomes, scale, definitions];
    case 'host-representative':
      return [home, { href: '/integration', text: 'Integration ratings' }];
    case 'national-reader':
      return [home, nationalTeams, relations, outcomes, meetingNotes, scale, definitions];
    case 'national-analyst':
      return [
        home,
        nationalTeams,
        relations,
        outcomes,
        meetingNotes,
        linkage,
        benchmarks,
        scale,
        definitions,
      ];
    case 'administrator':
      return [
        home,
        { href: '/admin/users', text: 'Users' },
        { href: '/admin/teams', text: 'Teams' },
        { href: '/admin/audit', text: 'Audit' },
        relations,
        outcomes,
        scale,
        definitions,
      ];
  }
}

const accessibility: NavigationLink = { href: '/accessibility', text: 'Accessibility' };

/** The foot of the page: about the product, as far as the visitor may read it. */
export function footerFor(visitor: Visitor | null): NavigationLink[] {
  if (visitor === null || visitor.role === 'host-representative') return [accessibility];
  return [{ ...scale, text: 'The fidelity scale' }, definitions, accessibility];
}

/** The links with the one marked whose part of the site `path` lies in. */
export function withCurrent(
  links: readonly NavigationLink[],
  path: string,
): (NavigationLink & { current: boolean; active: boolean })[] {
  return links.map((link) => ({
    ...link,
    current: link.href === path,
    active: link.href !== '/' && path.startsWith(`${link.href}/`),
  }));
}
