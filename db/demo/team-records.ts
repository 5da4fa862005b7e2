import { DEMO_SEED } from './demo-constants.ts';
import { dayNumber, isWorkingDay, LAST_DAY } from './calendar.ts';
import { clientCourse, type ClientCourse } from './client-course.ts';
import { poisson, streamOf } from './draw.ts';
import { inventedEmployers, type InventedEmployer } from './names/employer-names.ts';
import { staffOf, type StaffMember } from './staff.ts';
import { recordsFrom, type TeamProfile } from './team-profiles.ts';

/** Everything drawn for one team but contacts, before it is written as rows. */
export interface TeamRecords {
  team: TeamProfile;
  staff: StaffMember[];
  employers: InventedEmployer[];
  clients: ClientCourse[];
}

/** Clients who come in a year for a full-time post: 37 of 40 out of work. */
const CLIENTS_A_YEAR = 40;

/** Numbers left for each team's clients, more than any team has. */
const CLIENTS_A_TEAM = 2000;

export function teamRecords(team: TeamProfile, seed: number = DEMO_SEED): TeamRecords {
  const staff = staffOf(team, seed);
  const employerRandom = streamOf(seed, 'employers', team.index);
  const employers = inventedEmployers(employerRandom, 40 + employerRandom.integer(41));
  return { team, staff, employers, clients: clientsOf(team, staff, seed) };
}

/** Clients come in proportion to the hours that specialists have, fewer in a new team's first weeks. */
function clientsOf(team: TeamProfile, staff: StaffMember[], seed: number): ClientCourse[] {
  const arrivals = streamOf(seed, 'arrivals', team.index);
  const clients: ClientCourse[] = [];
  const opening = dayNumber(team.startDate);
  for (let day = Math.max(0, dayNumber(recordsFrom(team))); day <= LAST_DAY; day += 1) {
    if (!isWorkingDay(day)) continue;
    const warmUp = Math.min(1, 0.3 + (day - opening) / 120);
    for (const [own, member] of staff.entries()) {
      // Leave does not stop referrals: hours in force count, not presence on the day.
      const fte = member.hours[day] ?? 0;
      const coming = poisson(arrivals, (fte * team.inflow * warmUp * CLIENTS_A_YEAR) / 253);
      for (let each = 0; each < coming; each += 1) {
        const number = team.index * CLIENTS_A_TEAM + clients.length;
        const random = streamOf(seed, 'client', number);
        clients.push(clientCourse(random, team, staff, { number, enrolled: day, own }));
      }
    }
  }
  return clients;
}
