import { LAST_DAY, workingDayFrom } from './calendar.ts';
import { chanceOfJob, clientProfile, type ClientProfile } from './client-profile.ts';
import { between, exponential, isDrawn, logNormal, type SeededRandom } from './draw.ts';
import type { StaffMember } from './staff.ts';
import type { TeamProfile } from './team-profiles.ts';

/** One client from enrolment to the end of the records, in day numbers. */
export interface ClientCourse {
  /** Unlike any other client's. */
  number: number;
  profile: ClientProfile;
  enrolled: number;
  /** Days on which the client and a specialist met, with who that was. */
  meetings: { day: number; staff: StaffMember }[];
  engaged: number | null;
  profiled: number | null;
  /** First days of jobs within the records. */
  jobStarts: number[];
  closed: number | null;
  /** Days of support so far. */
  supportDays: number;
}

/** Mean days to a first job among those who start one: seven in ten within 100 days, as in the evaluation. */
const MEAN_DAYS_TO_JOB = 78;

/** Who can meet a client on the day: the client's own specialist if there, else a colleague. */
function meetingStaff(
  staff: readonly StaffMember[],
  own: number,
  day: number,
): StaffMember | undefined {
  for (let step = 0; step < staff.length; step += 1) {
    const member = staff[(own + step) % staff.length];
    if (member !== undefined && (member.presence[day] ?? 0) > 0) return member;
  }
  return undefined;
}

function firstJobDay(random: SeededRandom, enrolled: number, chance: number): number | null {
  const waiting = Math.max(3, Math.round(exponential(random, MEAN_DAYS_TO_JOB)));
  if (!isDrawn(random, chance)) return null;
  return workingDayFrom(Math.min(enrolled + waiting, LAST_DAY + 60));
}

/** How long support lasts when nothing else ends it: about half a year, at most 13 months. */
function supportLength(random: SeededRandom, isEngaged: boolean): number {
  if (!isEngaged) return between(random, 25, 75);
  return Math.min(395, Math.round(70 + exponential(random, 115)));
}

/** Meetings come about every third week at first and thin out after three months or once in work. */
function meetingDays(
  random: SeededRandom,
  { enrolled, end, jobStart, pace, isEngaged }: MeetingPlan,
): number[] {
  const days: number[] = isDrawn(random, 0.93) ? [enrolled] : [];
  let day = enrolled;
  while (day < end && (isEngaged || days.length < 1)) {
    const isInWork = jobStart !== null && day >= jobStart;
    const usualGap = (day - enrolled < 90 ? 18 : 30) * (isInWork ? 1.9 : 1);
    const gap = Math.min(120, Math.round(exponential(random, usualGap / pace)));
    day = workingDayFrom(day + Math.max(2, gap));
    if (day < end) days.push(day);
  }
  return days;
}

interface MeetingPlan {
  enrolled: number;
  end: number;
  jobStart: number | null;
  pace: number;
  isEngaged: boolean;
}

export function clientCourse(
  random: SeededRandom,
  team: TeamProfile,
  staff: readonly StaffMember[],
  { number, enrolled, own }: { number: number; enrolled: number; own: number },
): ClientCourse {
  const profile = clientProfile(random);
  const pace = team.meetingPace * logNormal(random, 0.45);
  const isEngaged = isDrawn(random, 0.9);
  const chance = chanceOfJob(profile, team, pace) * (isEngaged ? 1 : 0.3);
  const first = firstJobDay(random, enrolled, profile.inWork === 'yes' ? 0.3 * chance : chance);
  const length = supportLength(random, isEngaged);
  const inWorkSupport = between(random, 60, 150);
  const closes = Math.max(enrolled + length, first === null ? 0 : first + inWorkSupport);
  const closed = workingDayFrom(closes);
  const jobStart = first !== null && first <= LAST_DAY ? first : null;
  const end = Math.min(closed, LAST_DAY + 1);
  const meetings = meetingDays(random, { enrolled, end, jobStart, pace, isEngaged }).flatMap(
    (day) => {
      const member = meetingStaff(staff, own, day);
      return member === undefined ? [] : [{ day, staff: member }];
    },
  );
  const second =
    jobStart === null || !isDrawn(random, 0.14) ? null : jobStart + between(random, 40, 200);
  const engaged = meetings[1]?.day ?? null;
  const profiled = engaged === null ? null : workingDayFrom(engaged + random.integer(9));
  return {
    number,
    profile,
    enrolled,
    meetings,
    engaged,
    profiled: profiled !== null && profiled <= LAST_DAY ? profiled : null,
    jobStarts: [jobStart, second]
      .flatMap((day) => (day !== null && day <= LAST_DAY ? [workingDayFrom(day)] : []))
      .filter((day) => day <= LAST_DAY),
    closed: closed <= LAST_DAY ? closed : null,
    supportDays: end - enrolled,
  };
}
