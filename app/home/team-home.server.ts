import type { Db } from '#db/connection/open-database.ts';
import { listReturnedMonths } from '#db/queries/home-facts.ts';
import { listIntegrationRatings, type RatingSummary } from '#db/queries/integration-ratings.ts';
import { findTeam, type Team } from '#db/queries/teams.ts';
import { addCalendarMonths, formatDay, formatMonth, monthOf } from '#scoring/calendar/iso-day.ts';
import { addMonths, listMonths } from '#scoring/calendar/iso-month.ts';

import type { HomePage, HomeTask } from './home-task.ts';

/** A rating is looked at again after half a year. */
const ratingMonths = 6;

/** How many past months the home page looks back for missing returns. */
const returnMonths = 6;

/** What waits for a team leader or an employment specialist. */
export async function teamHome(
  db: Db,
  { teamId, role, today }: { teamId: string; role: string; today: string },
): Promise<HomePage> {
  const team = await findTeam(db, teamId);
  if (team === undefined) throw new Response('Not found', { status: 404 });
  const base = `/teams/${teamId}`;
  return {
    heading: team.name,
    intro: 'What waits for you, and what you do every day.',
    tasks: [
      ...(await returnTasks(db, team, today)),
      ...ratingTasks(await listIntegrationRatings(db, { teamId }), base, role, today),
    ],
    nothing: 'Nothing waits: monthly returns and the integration rating are up to date.',
    actions: [
      { href: `${base}/contacts/new`, text: 'Log an employer contact' },
      { href: `${base}/clients`, text: 'Clients, meetings and job entries' },
    ],
    links: [
      { href: base, text: 'Your team’s page' },
      { href: `${base}/contacts`, text: 'Employer contacts' },
      { href: `${base}/meeting-returns`, text: 'Monthly meeting returns' },
      { href: `${base}/integration`, text: 'Integration ratings' },
      { href: '/relations', text: 'How service quality relates to job entry' },
      { href: '/scale', text: 'The fidelity scale' },
      ...(role === 'team-leader'
        ? [
            { href: `${base}/staff`, text: 'Specialists, working patterns and leave' },
            { href: `${base}/import`, text: 'Import vocational profiles' },
          ]
        : []),
    ],
  };
}

async function returnTasks(
  db: Db,
  { id: teamId, startDate, endDate }: Team,
  today: string,
): Promise<HomeTask[]> {
  const lastMonth = addMonths(monthOf(today), -1);
  const earliest = addMonths(lastMonth, 1 - returnMonths);
  // A team that began or ended in the middle of a month returns it too.
  const first = monthOf(startDate) > earliest ? monthOf(startDate) : earliest;
  const last = endDate !== null && monthOf(endDate) < lastMonth ? monthOf(endDate) : lastMonth;
  if (first > last) return [];
  const months = listMonths(first, last);
  const returned = new Set(await listReturnedMonths(db, teamId, months));
  return months
    .filter((month) => !returned.has(month))
    .map((month) => ({
      title: `Meeting return for ${formatMonth(month)}`,
      href: `/teams/${teamId}/meeting-returns/${month}`,
      hint: 'Clients on the books, meetings held, and clients by meetings since enrolment',
      status: month === lastMonth ? 'Due' : 'Missing',
      stands: 'out',
    }));
}

function ratingTasks(
  ratings: readonly RatingSummary[],
  base: string,
  role: string,
  today: string,
): HomeTask[] {
  const [latest] = ratings;
  const isOld = latest === undefined || latest.ratedOn < addCalendarMonths(today, -ratingMonths);
  const waiting = ratings.filter(
    ({ leaderSignedAt, hostSignedAt }) => leaderSignedAt === null || hostSignedAt === null,
  );
  const tasks: HomeTask[] = waiting.map((rating) => ({
    title: `Integration rating of ${formatDay(rating.ratedOn)}`,
    href: `${base}/integration/${rating.id}`,
    ...waitingFor(rating, role),
  }));
  if (isOld && waiting.length === 0) {
    tasks.push({
      title: 'Rate integration with the host service',
      href: `${base}/integration/new`,
      hint:
        latest === undefined
          ? 'There is no rating yet'
          : `The last rating is of ${formatDay(latest.ratedOn)}; rate about every half-year`,
      status: 'Due',
      stands: 'out',
    });
  }
  return tasks;
}

function waitingFor(rating: RatingSummary, role: string): Pick<HomeTask, 'status' | 'stands'> {
  if (rating.chosenLevel === null) return { status: 'Draft' };
  if (rating.leaderSignedAt === null) {
    return role === 'team-leader'
      ? { status: 'Waits for your signature', stands: 'out' }
      : { status: 'Waits for the team leader' };
  }
  return { status: 'Waits for the host service' };
}
