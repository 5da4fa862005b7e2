import type { TeamAnswers } from '#app/forms/team.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listSites } from '#db/queries/team-register.ts';
import { listHostServices } from '#db/queries/user-accounts.ts';

import type { TeamChoices } from './team-form.tsx';

export async function teamChoices(db: Db): Promise<TeamChoices> {
  const hosts = await listHostServices(db);
  const sites = await listSites(db);
  return {
    hostServices: hosts.map(({ id, name, provider }) => ({
      value: id,
      label: `${name}, ${provider}`,
    })),
    sites: sites.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** The names of what was chosen, for people who compare two versions. */
export function chosenNames(choices: TeamChoices, { hostService, site }: TeamAnswers) {
  return {
    hostServiceName:
      hostService.kind === 'new'
        ? `${hostService.name}, ${hostService.provider}`
        : labelOf(choices.hostServices, hostService),
    siteName: site.kind === 'new' ? site.name : labelOf(choices.sites, site),
  };
}

function labelOf(
  items: TeamChoices['sites'],
  choice: { kind: 'none' } | { kind: 'known'; id: string },
): string {
  if (choice.kind === 'none') return '';
  return items.find(({ value }) => value === choice.id)?.label ?? '';
}
