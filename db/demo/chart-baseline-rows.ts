import type { ChartBaselinesTable } from '../schema/over-time.ts';
import { demoAccounts } from './accounts.ts';
import type { Identities } from './identities.ts';
import { DEMO_TEAM } from './team-profiles.ts';
import { userKey } from './user-rows.ts';

/** The baseline that the demo's team leader began after a vacancy was filled. */
export function chartBaselineRows(ids: Identities): ChartBaselinesTable[] {
  const leader = demoAccounts.find(({ role }) => role === 'team-leader')?.email ?? '';
  const month = '2025-09';
  return [
    {
      id: ids.chartBaseline(month),
      teamId: ids.team(DEMO_TEAM),
      measure: 'meetings',
      month,
      reason:
        'The post that was empty from July is filled, and from September we see clients at a weekly clinic in the treatment service.',
      createdAt: '2025-11-04T14:20:00.000Z',
      createdBy: ids.user(userKey.account(leader)),
      removedAt: null,
      removedBy: null,
    },
  ];
}
