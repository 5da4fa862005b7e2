import type { MeetingNotesTable } from '../schema/national.ts';
import { demoAccounts } from './accounts.ts';
import type { Identities } from './identities.ts';
import { userKey } from './user-rows.ts';

const notes: readonly (readonly [heldOn: string, text: string])[] = [
  [
    '2025-12-10',
    'Agreed to ask three services about late monthly returns. The review calendar for spring was gone through.',
  ],
  [
    '2026-03-18',
    'Two services describe a vacancy among specialists. Support offered; figures of the half-year to be read with that in mind.',
  ],
  [
    '2026-06-17',
    'Employer contacts in person are rising in most services. Next time: what those with many second visits do differently.',
  ],
];

/** Notes of national meetings, written by the demo's analyst. */
export function meetingNoteRows(ids: Identities): MeetingNotesTable[] {
  const analyst = demoAccounts.find(({ role }) => role === 'national-analyst')?.email ?? '';
  return notes.map(([heldOn, text]) => ({
    id: ids.meetingNote(heldOn),
    heldOn,
    text,
    createdAt: `${heldOn}T16:30:00.000Z`,
    createdBy: ids.user(userKey.account(analyst)),
    version: 1,
  }));
}
