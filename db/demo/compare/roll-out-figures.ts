import { rollOut } from '../roll-out.ts';
import { exact, type DemoFigure, type DemoFigures } from './figure.ts';

export interface RollOutData {
  /** First days of the teams, and of the authorities they cover. */
  teamStarts: readonly string[];
  authorityStarts: readonly string[];
}

const within = (days: readonly string[], { from, to }: { from: string; to: string }) =>
  days.filter((day) => day >= from && day <= to).length;

/** Services and local authorities joining by year, as table 1 of the report counts them. */
export function rollOutFigures(
  { teamStarts, authorityStarts }: RollOutData,
  published: (path: string) => number,
): DemoFigures {
  const found = new Map<string, DemoFigure>();
  let [services, authorities] = [0, 0];
  for (const row of rollOut) {
    const joining = {
      services: within(teamStarts, row),
      authorities: within(authorityStarts, row),
    };
    services += joining.services;
    authorities += joining.authorities;
    const set = (key: string, value: number) => {
      const path = `expansion.${row.group}.${key}`;
      const figure = exact(value, published(path));
      const reason =
        'The rows of table 1 add up to 147 authorities; 145 is printed. The demo follows the rows.';
      found.set(path, figure.isWithin ? figure : { ...figure, reason });
    };
    set('services', joining.services);
    set('localAuthorities', joining.authorities);
    set('cumulativeServices', services);
    set('cumulativeLocalAuthorities', authorities);
  }
  return found;
}
