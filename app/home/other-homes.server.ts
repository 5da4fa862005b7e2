import type { Db } from '#db/connection/open-database.ts';
import { auditChainState } from '#app/administration/audit-chain.server.ts';
import { countUsers } from '#db/queries/home-facts.ts';
import { listIntegrationRatings } from '#db/queries/integration-ratings.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

import type { HomePage } from './home-task.ts';

/** A host representative reads and signs; nothing else is theirs. */
export async function hostHome(db: Db, hostServiceId: string): Promise<HomePage> {
  const ratings = await listIntegrationRatings(db, { hostServiceId });
  const waiting = ratings.filter(
    ({ chosenLevel, hostSignedAt }) => chosenLevel !== null && hostSignedAt === null,
  );
  return {
    heading: 'Integration ratings to sign',
    intro: 'The employment support team rates how closely the two services work together.',
    tasks: waiting.map(({ id, teamId, teamName, ratedOn }) => ({
      title: `${teamName}, rated on ${formatDay(ratedOn)}`,
      href: `/teams/${teamId}/integration/${id}`,
      status: 'Waits for your signature',
      stands: 'out' as const,
    })),
    nothing: 'No rating waits for your signature.',
    actions: [],
    links: [{ href: '/integration', text: 'All ratings of your service' }],
  };
}

/** An administrator looks after accounts and the record of changes. */
export async function administratorHome(db: Db): Promise<HomePage> {
  const { active, disabled } = await countUsers(db);
  const { broken } = await auditChainState(db, { all: false });
  return {
    heading: 'Administration',
    intro: `${active} ${active === 1 ? 'account' : 'accounts'} can sign in; ${disabled} ${disabled === 1 ? 'is' : 'are'} disabled.`,
    tasks:
      broken === null
        ? []
        : [
            {
              title: `The record of changes is damaged from entry ${broken}`,
              href: '/admin/audit',
              status: 'Look into it now',
              stands: 'out',
            },
          ],
    nothing: 'The newest records of changes are whole: each fits the one before.',
    actions: [{ href: '/admin/users/new', text: 'Add a user' }],
    links: [
      { href: '/admin/users', text: 'Users' },
      { href: '/admin/teams', text: 'Teams' },
      { href: '/admin/audit', text: 'Record of changes' },
      { href: '/scale/publish', text: 'Publish a corrected scale version' },
      { href: '/reviews', text: 'Fidelity reviews' },
      { href: '/relations', text: 'How service quality relates to job entry' },
    ],
  };
}
