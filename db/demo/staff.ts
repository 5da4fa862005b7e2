import { DEMO_DAY, DEMO_SEED, RECORDS_FROM } from './demo-constants.ts';
import { dayNumber, isoDay, isWorkingDay, LAST_DAY } from './calendar.ts';
import { between, isDrawn, pick, streamOf, type SeededRandom } from './draw.ts';
import { inventedPeople } from './names/people-names.ts';
import { DEMO_TEAM, recordsFrom, type TeamProfile } from './team-profiles.ts';

/** A member of staff with hours and leave, as day numbers. */
export interface StaffMember {
  key: string;
  name: string;
  role: 'employment-specialist' | 'team-leader';
  employedFrom: string;
  employedTo: string | null;
  patterns: { from: string; fte: number }[];
  leave: { day: number; part: number }[];
  /** Full-time equivalent in force on each day of the records, 0 when not employed. */
  hours: Float64Array;
  /** The same on working days, less leave. */
  presence: Float64Array;
}

/** The people behind the demo's team accounts. */
export const demoStaffNames = { leader: 'Marguerite Olsen', specialist: 'Devinder Hale' } as const;

/** A leader's own caseload takes a fifth of a week. */
const LEADER_FTE = 0.2;
const usualFte = [1, 1, 1, 1, 0.8, 0.8, 0.6, 0.5] as const;

interface Post {
  from: string;
  to: string | null;
}

/** Who holds a post one after the other: a fifth of specialists leave in a year, and posts stay empty for a while. */
function holdersOf(random: SeededRandom, team: TeamProfile, position: number): Post[] {
  const opens =
    position < 3 || team.startDate < RECORDS_FROM
      ? team.startDate
      : isoDay(Math.min(LAST_DAY - 200, dayNumber(team.startDate) + between(random, 30, 120)));
  const leaves = position > 0 && isDrawn(random, 0.33);
  if (!leaves) return [{ from: opens, to: null }];
  const first = Math.max(dayNumber(opens), 0);
  const last = first + between(random, 120, Math.max(160, LAST_DAY - first - 100));
  if (last >= LAST_DAY - 80) return [{ from: opens, to: null }];
  const successor = last + between(random, 20, 75);
  return [
    { from: opens, to: isoDay(last) },
    { from: isoDay(successor), to: null },
  ];
}

function patternsOf(random: SeededRandom, post: Post, fte: number): StaffMember['patterns'] {
  const patterns = [{ from: post.from, fte }];
  const first = Math.max(0, dayNumber(post.from));
  const last = post.to === null ? LAST_DAY : dayNumber(post.to);
  if (fte > 0.4 && last - first > 240 && isDrawn(random, 0.15)) {
    const changed = fte === 1 ? 0.8 : Math.min(1, fte + 0.2);
    patterns.push({ from: isoDay(between(random, first + 60, last - 60)), fte: changed });
  }
  return patterns;
}

/** About 27 days a year: weeks off, single days, half days and some days of illness. */
function leaveOf(random: SeededRandom, first: number, last: number): StaffMember['leave'] {
  const taken = new Map<number, number>();
  const take = (day: number, part: number) => {
    if (day >= first && day <= last && isWorkingDay(day) && !taken.has(day)) taken.set(day, part);
  };
  for (let year = 0; year * 365 <= LAST_DAY; year += 1) {
    const start = year * 365;
    const weeks = [between(random, 20, 60), between(random, 170, 180), between(random, 200, 340)];
    for (const offset of weeks) {
      const length = between(random, 5, 11);
      for (let day = 0; day < length; day += 1) take(start + offset + day, 1);
    }
    for (let single = 0; single < 6; single += 1) take(start + random.integer(365), 1);
    for (let half = 0; half < 4; half += 1) take(start + random.integer(365), 0.5);
    const ill = start + random.integer(365);
    for (let day = 0; day < random.integer(6); day += 1) take(ill + day, 1);
  }
  return [...taken].sort(([a], [b]) => a - b).map(([day, part]) => ({ day, part }));
}

type Terms = Omit<StaffMember, 'key' | 'hours' | 'presence'>;

function hoursOf({ employedFrom, employedTo, patterns }: Terms): Float64Array {
  const hours = new Float64Array(LAST_DAY + 1);
  const first = Math.max(0, dayNumber(employedFrom));
  const last = employedTo === null ? LAST_DAY : Math.min(LAST_DAY, dayNumber(employedTo));
  for (let day = first; day <= last; day += 1) {
    const iso = isoDay(day);
    hours[day] = patterns.findLast(({ from }) => from <= iso)?.fte ?? 0;
  }
  return hours;
}

function presenceOf(hours: Float64Array, leave: StaffMember['leave']): Float64Array {
  const presence = hours.map((fte, day) => (isWorkingDay(day) ? fte : 0));
  for (const { day, part } of leave) presence[day] = (presence[day] ?? 0) * (1 - part);
  return presence;
}

/** Everybody who worked in the team during the records. */
export function staffOf(team: TeamProfile, seed: number = DEMO_SEED): StaffMember[] {
  const random = streamOf(seed, 'staff', team.index);
  const name = inventedPeople(random);
  const isDemo = team.index === DEMO_TEAM;
  const earliest = dayNumber(recordsFrom(team));
  const members: StaffMember[] = [];
  const add = (post: Post, role: StaffMember['role'], fte: number, given?: string) => {
    const from = Math.max(earliest, dayNumber(post.from));
    const to = post.to === null ? LAST_DAY : dayNumber(post.to);
    const terms: Terms = {
      name: given ?? name(),
      role,
      employedFrom: post.from,
      employedTo: post.to,
      patterns: role === 'team-leader' ? [{ from: post.from, fte }] : patternsOf(random, post, fte),
      leave: leaveOf(random, from, to),
    };
    const hours = hoursOf(terms);
    const presence = presenceOf(hours, terms.leave);
    members.push({ key: `${team.index}/${members.length}`, ...terms, hours, presence });
  };
  const whole = { from: team.startDate, to: null };
  add(whole, 'team-leader', LEADER_FTE, isDemo ? demoStaffNames.leader : undefined);
  for (let position = 0; position < team.specialists; position += 1) {
    const fte = team.specialists === 1 ? 0.6 : position === 0 ? 1 : pick(random, usualFte);
    for (const post of holdersOf(random, team, position)) {
      add(
        post,
        'employment-specialist',
        fte,
        isDemo && position === 0 ? demoStaffNames.specialist : undefined,
      );
    }
  }
  return members.filter(({ employedFrom }) => employedFrom <= DEMO_DAY);
}
