import { figureWords } from '#app/relations/figure-words.ts';
import { addressOf, relationsQuestion } from '#app/relations/relations-data.server.ts';
import { keptWork, type Workplace } from '#app/work/kept-work.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listTeamsWithoutReturn } from '#db/queries/home-facts.ts';
import { listSignedOffVisits, listSignedRatings } from '#db/queries/team-facts.ts';
import { listTeams, type TeamSummary } from '#db/queries/teams.ts';
import { hiddenFigure } from '#scoring/disclosure/disclosed-proportion.ts';
import { addCalendarMonths, formatMonth, monthOf } from '#scoring/calendar/iso-day.ts';
import { addMonths, firstDayOfMonth, lastDayOfMonth } from '#scoring/calendar/iso-month.ts';

/** The points a performance meeting may want to talk about; each can be picked out of the list. */
export const teamPoints = ['returns', 'review', 'rating'] as const;
export type TeamPoint = (typeof teamPoints)[number];

export interface TeamListView {
  /** What the list is picked by, in words; null for every team. */
  pickedBy: string | null;
  periodLabel: string;
  definition: string;
  choices: { href: string; text: string; current: boolean }[];
  rows: {
    href: string;
    name: string;
    region: string;
    rate: string;
    interval: string;
    fidelity: string;
    integration: string;
  }[];
}

const reviewMonths = 24;
const ratingMonths = 6;

/** Teams in the order of their names: never ranked. */
export async function teamList(
  place: Workplace,
  show: string | null,
  today: string,
): Promise<TeamListView> {
  const { db } = place;
  const point = teamPoints.find((known) => known === show);
  const question = await relationsQuestion(db, new URLSearchParams(), today);
  const asked = { query: addressOf(question), today };
  const { teams: periods, figures } = await keptWork(place, 'protectedTeamRates', asked);
  const teams = await listTeams(db);
  const picked = await teamsAt(db, point, teams, today);
  const month = formatMonth(addMonths(monthOf(today), -1));
  const words: Record<TeamPoint, string> = {
    returns: `Without a return for ${month}`,
    review: `Without a review in ${reviewMonths} months`,
    rating: `Without a rating in ${ratingMonths} months`,
  };
  return {
    pickedBy: point === undefined ? null : words[point],
    periodLabel: question.period.label,
    definition: question.definition.name,
    choices: [
      { href: '/teams', text: 'All teams', current: point === undefined },
      ...teamPoints.map((key) => ({
        href: `/teams?show=${key}`,
        text: words[key],
        current: key === point,
      })),
    ],
    rows: picked.map(({ id, name, region }) => {
      const period = periods.find(({ teamId }) => teamId === id);
      const { rate, interval } = figureWords(figures.get(id) ?? hiddenFigure);
      return {
        href: `/teams/${id}`,
        name,
        region,
        rate,
        interval,
        fidelity: period?.fidelityTotal == null ? 'none in force' : String(period.fidelityTotal),
        integration: period?.integrationLevel ?? 'none',
      };
    }),
  };
}

async function teamsAt(
  db: Db,
  point: TeamPoint | undefined,
  teams: readonly TeamSummary[],
  today: string,
): Promise<readonly TeamSummary[]> {
  if (point === undefined) return teams;
  if (point === 'returns') {
    const month = addMonths(monthOf(today), -1);
    const span = { month, from: firstDayOfMonth(month), to: lastDayOfMonth(month) };
    const late = new Set(await listTeamsWithoutReturn(db, span));
    return teams.filter(({ id }) => late.has(id));
  }
  const isReview = point === 'review';
  const since = addCalendarMonths(today, isReview ? -reviewMonths : -ratingMonths);
  const days = isReview
    ? (await listSignedOffVisits(db, { to: today })).map(({ teamId, lastVisitDay }) => ({
        teamId,
        day: lastVisitDay,
      }))
    : (await listSignedRatings(db, { to: today })).map(({ teamId, ratedOn }) => ({
        teamId,
        day: ratedOn,
      }));
  const upToDate = new Set(days.filter(({ day }) => day >= since).map(({ teamId }) => teamId));
  return teams.filter(
    ({ id, startDate, endDate }) =>
      !upToDate.has(id) && startDate <= today && (endDate === null || endDate >= today),
  );
}
