import type { EmployerContactsTable } from '../schema/work.ts';
import { isoDay, LAST_DAY, momentOf } from './calendar.ts';
import { between, isDrawn, pick, poisson, streamOf, weighted, type SeededRandom } from './draw.ts';
import type { StaffMember } from './staff.ts';
import type { TeamProfile } from './team-profiles.ts';

/** What the rows of a team refer to. */
export interface RowReferences {
  teamId: string;
  specialistId: (member: StaffMember) => string;
  userId: (member: StaffMember) => string | null;
  employerIds: readonly string[];
}

const outcome = weighted({
  introduced: 22,
  'needs-learned': 18,
  vacancy: 13,
  'client-put-forward': 14,
  interview: 8,
  offer: 4,
  'come-back': 13,
  'not-now': 8,
});

const otherMode = weighted({ telephone: 60, video: 14, message: 26 });

const withWhom = weighted({ 'has-say-in-hiring': 88, 'no-say-in-hiring': 8, 'not-known': 4 });

const forWhom = weighted({
  'clients-in-general': 55,
  'particular-client': 38,
  'not-for-clients': 4,
  'not-known': 3,
});

/** Numbers left for each team's contacts, more than any team has. */
const CONTACTS_A_TEAM = 20_000;

const notes = [
  'Manager free on Tuesday mornings.',
  'Two shift patterns, both near the bus route.',
  'Will take a CV by e-mail first.',
  'Busy until the end of the month.',
  'Interested in somebody part time to begin with.',
  'Asked how in-work support would look.',
  'Left our leaflet with the supervisor.',
  'New site opens in the autumn.',
] as const;

/** Most contacts go to employers the specialist already knows: the first of the list come up most often. */
function drawnEmployer(random: SeededRandom, ids: readonly string[], offset: number): string {
  const place = Math.floor(ids.length * random.uniform() ** 1.7);
  return ids[(place + offset) % ids.length] ?? '';
}

function contactMode(random: SeededRandom, inPersonShare: number): EmployerContactsTable['mode'] {
  if (isDrawn(random, inPersonShare)) return 'in-person';
  return otherMode(random);
}

/** Contacts of every specialist, week by week, on days they were at work. */
export function contactRows(
  team: TeamProfile,
  staff: readonly StaffMember[],
  references: RowReferences,
  seed: number,
  identifier: (number: number) => string,
): EmployerContactsTable[] {
  const rows: EmployerContactsTable[] = [];
  for (const member of staff) {
    const random = streamOf(seed, 'contacts', member.key);
    const own = team.contactsAWeek * Math.exp(0.18 * random.normal());
    const offset = random.integer(references.employerIds.length);
    for (let monday = 0; monday <= LAST_DAY; monday += 7) {
      const days = [0, 1, 2, 3, 4].map((step) => monday + step);
      const worked = days.filter((day) => (member.presence[day] ?? 0) > 0);
      const weeks = worked.reduce((total, day) => total + (member.presence[day] ?? 0), 0) / 5;
      const count = weeks > 0 ? poisson(random, own * weeks) : 0;
      for (const day of Array.from({ length: count }, () => pick(random, worked)).sort(
        (a, b) => a - b,
      )) {
        const mode = contactMode(random, team.inPersonShare);
        const answered = mode !== 'message' || isDrawn(random, 0.6);
        const hasNext = isDrawn(random, 0.14);
        const undone = isDrawn(random, 0.003);
        rows.push({
          id: identifier(team.index * CONTACTS_A_TEAM + rows.length),
          teamId: references.teamId,
          specialistId: references.specialistId(member),
          employerId: drawnEmployer(random, references.employerIds, offset),
          contactDate: isoDay(day),
          mode,
          answered: answered ? 1 : 0,
          outcome: answered ? outcome(random) : 'come-back',
          withWhom: withWhom(random),
          forWhom: forWhom(random),
          note: isDrawn(random, 0.06) ? pick(random, notes) : '',
          nextStepDate: hasNext ? isoDay(day + between(random, 5, 28)) : null,
          createdAt: momentOf(day, 16),
          createdBy: references.userId(member),
          undoneAt: undone ? momentOf(day, 17) : null,
          version: undone ? 2 : 1,
        });
      }
    }
  }
  return rows;
}
