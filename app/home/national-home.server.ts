import type { Db } from '#db/connection/open-database.ts';
import { listTeamsWithoutReturn } from '#db/queries/home-facts.ts';
import { listSignedOffVisits, listSignedRatings } from '#db/queries/team-facts.ts';
import { listTeams } from '#db/queries/teams.ts';
import { addCalendarMonths, formatMonth, monthOf } from '#scoring/calendar/iso-day.ts';
import { addMonths, firstDayOfMonth, lastDayOfMonth } from '#scoring/calendar/iso-month.ts';

import type { HomePage, HomeTask } from './home-task.ts';

/** A review counts for two years, a rating is looked at again after half a year. */
const reviewMonths = 24;
const ratingMonths = 6;

/** What a performance meeting would ask about first: late data, reviews and ratings that have run out. */
export async function nationalHome(
  db: Db,
  { today, isAnalyst }: { today: string; isAnalyst: boolean },
): Promise<HomePage> {
  const month = addMonths(monthOf(today), -1);
  const late = await listTeamsWithoutReturn(db, {
    month,
    from: firstDayOfMonth(month),
    to: lastDayOfMonth(month),
  });
  const atWork = (await listTeams(db)).filter(
    ({ startDate, endDate }) => startDate <= today && (endDate === null || endDate >= today),
  );
  const reviewed = teamsSince(
    (await listSignedOffVisits(db, { to: today })).map(({ teamId, lastVisitDay }) => ({
      teamId,
      day: lastVisitDay,
    })),
    addCalendarMonths(today, -reviewMonths),
  );
  const rated = teamsSince(
    (await listSignedRatings(db, { to: today })).map(({ teamId, ratedOn }) => ({
      teamId,
      day: ratedOn,
    })),
    addCalendarMonths(today, -ratingMonths),
  );
  const without = (known: ReadonlySet<string>): number =>
    atWork.filter(({ id }) => !known.has(id)).length;
  return {
    heading: 'England’s IPS teams',
    intro: `${atWork.length} teams are at work. These points are where a conversation may help.`,
    tasks: [
      pointAbout(late.length, `without a meeting return for ${formatMonth(month)}`, 'returns'),
      pointAbout(without(reviewed), 'without a fidelity review in the last 24 months', 'review'),
      pointAbout(
        without(rated),
        'without an integration rating signed in the last 6 months',
        'rating',
      ),
    ].flat(),
    nothing: 'Returns, reviews and ratings of every team are up to date.',
    actions: [{ href: '/relations', text: 'See how service quality relates to job entry' }],
    links: [
      { href: '/teams', text: 'All teams' },
      { href: '/definitions', text: 'Definitions and benchmarks' },
      { href: '/scale', text: 'The fidelity scale' },
      { href: '/meeting-notes', text: 'Meeting notes' },
      ...(isAnalyst
        ? [
            { href: '/benchmarks', text: 'Change benchmarks' },
            { href: '/import', text: 'Import a cohort' },
          ]
        : []),
    ],
  };
}

function teamsSince(rows: readonly { teamId: string; day: string }[], since: string): Set<string> {
  return new Set(rows.filter(({ day }) => day >= since).map(({ teamId }) => teamId));
}

function pointAbout(teams: number, what: string, point: string): HomeTask[] {
  if (teams === 0) return [];
  return [
    {
      title: `${teams} ${teams === 1 ? 'team' : 'teams'} ${what}`,
      href: `/teams?show=${point}`,
      status: 'See which',
    },
  ];
}
