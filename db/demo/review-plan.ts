import { addCalendarMonths, addDays, weekday } from '#scoring/calendar/iso-day.ts';

import type { ReviewKind } from '../schema/reviews.ts';
import { demoAccounts } from './accounts.ts';
import { between, isDrawn, shuffled, streamOf, weighted, type SeededRandom } from './draw.ts';
import { DEMO_TEAM, type TeamProfile } from './team-profiles.ts';
import { OTHER_REVIEWERS, userKey } from './user-rows.ts';

/** How far a review has come. */
export type ReviewStage = 'signed-off' | 'submitted' | 'half-scored' | 'planned';

export interface ReviewPlan {
  /** Unlike any other review's. */
  key: string;
  team: TeamProfile;
  /** 0 for the team's first review. */
  place: number;
  kind: ReviewKind;
  firstVisitDay: string;
  lastVisitDay: string;
  stage: ReviewStage;
  /** Keys of users, the lead first. */
  reviewers: string[];
}

/** A time stamp on a day of a review. */
export function momentOn(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:20:00.000Z`;
}

const demoReviewers = demoAccounts
  .filter(({ role }) => role === 'reviewer')
  .map(({ email }) => userKey.account(email));

/** Reviews that are still going on, by team: what the two demo reviewers find on their home page. */
const openReviews: Readonly<Record<number, { firstVisitDay: string; stage: ReviewStage }>> = {
  5: { firstVisitDay: '2026-06-23', stage: 'half-scored' },
  24: { firstVisitDay: '2026-06-09', stage: 'submitted' },
  62: { firstVisitDay: '2026-07-14', stage: 'planned' },
};

/** Teams whose only review is too old to count, and older services that never had one. */
const lapsedTeams = [2, 17, 29, 41, 50];
const neverReviewed = [38, 45];

/** A Tuesday or Wednesday, so that the second day is in the same week. */
function visitDay(random: SeededRandom, day: string): string {
  const monday = addDays(day, 1 - weekday(day));
  return addDays(monday, between(random, 1, 2));
}

const laterKind = weighted<ReviewKind>({
  independent: 88,
  'guided-self-assessment': 9,
  'self-assessment': 3,
});
const firstKind = weighted<ReviewKind>({
  independent: 68,
  'guided-self-assessment': 21,
  'self-assessment': 11,
});

/** First visit days of a team's finished reviews, oldest first. */
function finishedVisits(random: SeededRandom, team: TeamProfile): string[] {
  if (team.index === DEMO_TEAM) return ['2025-02-11', '2026-03-10'];
  if (lapsedTeams.includes(team.index))
    return [visitDay(random, addDays('2023-11-06', between(random, 0, 190)))];
  const earliest = addCalendarMonths(team.startDate, 9);
  if (earliest > '2026-03-31' || neverReviewed.includes(team.index)) return [];
  const newest = addDays('2024-10-07', between(random, 0, 580));
  const last = newest < earliest ? addDays(earliest, between(random, 0, 60)) : newest;
  const previous = addCalendarMonths(last, -between(random, 10, 14));
  const visits = isDrawn(random, 0.6) && previous >= earliest ? [previous, last] : [last];
  return visits.filter((day) => day <= '2026-05-20').map((day) => visitDay(random, day));
}

function reviewersOf(random: SeededRandom, kind: ReviewKind, isDemo: boolean): string[] {
  if (isDemo) return demoReviewers;
  const others = Array.from({ length: OTHER_REVIEWERS }, (_, place) => userKey.reviewer(place));
  const pair = shuffled(random, [...demoReviewers, ...others]).slice(0, 2);
  // A self-assessment has one reviewer, whose scores become the agreed ones.
  return kind === 'self-assessment' ? pair.slice(0, 1) : pair;
}

/** Every review of every team, finished or going on. */
export function reviewPlans(profiles: readonly TeamProfile[], seed: number): ReviewPlan[] {
  return profiles.flatMap((team) => {
    const random = streamOf(seed, 'reviews', team.index);
    const finished = finishedVisits(random, team).map((firstVisitDay, place): ReviewPlan => {
      const isDemo = team.index === DEMO_TEAM;
      const kind = isDemo ? 'independent' : (place === 0 ? firstKind : laterKind)(random);
      return {
        key: `${team.index}/${place}`,
        team,
        place,
        kind,
        firstVisitDay,
        lastVisitDay: addDays(firstVisitDay, 1),
        stage: 'signed-off',
        reviewers: reviewersOf(random, kind, isDemo),
      };
    });
    const open = openReviews[team.index];
    if (open === undefined) return finished;
    const place = finished.length;
    const lastVisitDay = addDays(open.firstVisitDay, 1);
    const ongoing = { ...open, lastVisitDay, key: `${team.index}/${place}`, team, place };
    return [...finished, { ...ongoing, kind: 'independent', reviewers: demoReviewers }];
  });
}
