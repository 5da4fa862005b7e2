import type { EvaluationClient } from './evaluation-clients.ts';
import { ownLogOdds, teamConstant } from './evaluation-odds.ts';
import { boroughs, type BoroughPlan } from './evaluation-plan.ts';

/** Whole numbers of meetings, at least one each, with the mean as near as whole numbers allow. */
function meetingsFor(clients: readonly EvaluationClient[], mean: number, spread: number): number[] {
  const wanted = Math.round(mean * clients.length);
  // Rounding and the least of one move the mean a little: the middle is shifted until it fits.
  let [low, high] = [Math.log(mean) - 3, Math.log(mean) + 1];
  let list: number[] = [];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    list = clients.map(({ inclination }) =>
      Math.max(1, Math.round(Math.exp(middle + spread * inclination))),
    );
    if (list.reduce((sum, each) => sum + each, 0) < wanted) low = middle;
    else high = middle;
  }
  return list;
}

/** The team's constant that its planned number of job starts leaves, given everybody's meetings. */
function constantWith(
  clients: readonly EvaluationClient[],
  meetings: readonly number[],
  jobStarts: number,
): number {
  const own = clients.map((client, place) =>
    ownLogOdds({ ...client, meetings: meetings[place] ?? 1 }),
  );
  return teamConstant(own, jobStarts);
}

/** The mean or the spread at which the team's odds against the reference come out as planned. */
function fittedMeetings(
  clients: readonly EvaluationClient[],
  plan: BoroughPlan,
  reference: number,
): number[] {
  const { meanMeetings, meetingSpread, fitted, jobStarts } = plan;
  const at = (value: number) =>
    fitted === 'mean'
      ? meetingsFor(clients, value, meetingSpread)
      : meetingsFor(clients, meanMeetings, value);
  const aim = reference + Math.log(plan.oddsRatio);
  let best = at(fitted === 'mean' ? meanMeetings : meetingSpread);
  if (fitted === null) return best;
  let distance = Number.POSITIVE_INFINITY;
  const [from, to] = fitted === 'mean' ? [4, 24] : [0.35, 1.35];
  for (let step = 0; step <= 100; step += 1) {
    const list = at(from + ((to - from) * step) / 100);
    const off = Math.abs(constantWith(clients, list, jobStarts) - aim);
    if (off >= distance) continue;
    distance = off;
    best = list;
  }
  return best;
}

/** Gives every client a number of meetings so that the teams' odds follow the plan. */
export function fitMeetings(people: readonly EvaluationClient[]): void {
  let reference = 0;
  for (const [borough, plan] of boroughs.entries()) {
    const clients = people.filter((client) => client.borough === borough);
    const list = fittedMeetings(clients, plan, reference);
    if (borough === 0) reference = constantWith(clients, list, plan.jobStarts);
    for (const [place, client] of clients.entries()) client.meetings = list[place] ?? 1;
  }
}
