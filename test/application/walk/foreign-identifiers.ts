import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Db } from '#db/connection/open-database.ts';

import type { VisitorName } from './expected-access.ts';
import { baselineOf, fieldsFor, type Fields } from './forms-to-post.ts';
import type { Ids, World } from './world.ts';

interface Crossing {
  visitor: VisitorName;
  route: string;
  path: string;
  /** Posted; without them the address is read. */
  fields?: Fields;
}

/** Addresses of one's own that name a record in their query. */
export function queriesNaming(world: World, ids: Ids): Crossing[] {
  const team = `/teams/${world.own.teamId ?? ''}`;
  const client = `${team}/clients/${world.own.clientId ?? ''}`;
  const id = (name: string) => ids[name] ?? '';
  const read = (visitor: VisitorName, route: string, path: string): Crossing => ({
    visitor,
    route: `routes/${route}`,
    path,
  });
  return [
    read('team leader', 'contacts/list', `${team}/contacts?who=${id('specialistId')}`),
    ...['saved', 'changed', 'undone'].map((done) =>
      read('team leader', 'contacts/list', `${team}/contacts?${done}=${id('contactId')}`),
    ),
    read('team leader', 'clients/meetings', `${client}/meetings?saved=${id('meetingId')}`),
    read('team leader', 'teams/team', `${team}?teamId=${id('teamId')}`),
    read('team leader', 'relations/page', `/relations?team=${id('teamId')}`),
    read('reviewer 1', 'relations/data-csv', `/relations/data.csv?team=${id('teamId')}`),
    ...(['team leader', 'reviewer 1'] as const).map((visitor) =>
      read(
        visitor,
        'relations/figure-eight',
        `/relations/figure-eight?clients=records&team=${id('teamId')}`,
      ),
    ),
    read('reviewer 1', 'reviews/list', `/reviews?teamId=${id('teamId')}`),
    read('reviewer 1', 'teams/team', `${team}?teamId=${id('teamId')}`),
    read('host representative', 'integration/host', `/integration?teamId=${id('teamId')}`),
  ];
}

/** Forms of one's own, filled in as one should, but for one field with another team's record. */
export function formsNaming(world: World, ids: Ids, reference: string): Crossing[] {
  const visitor = 'team leader';
  const team = `/teams/${world.own.teamId ?? ''}`;
  const client = `${team}/clients/${world.own.clientId ?? ''}`;
  const address = { variant: 'own', ids: world.own, path: '' } as const;
  const post = (
    route: string,
    path: string,
    foreign: Record<string, string | undefined>,
  ): Crossing => {
    const own = fieldsFor(`routes/${route}`, { world, address, visitor });
    const fields = own.map(([name, value]): [string, string] => [name, foreign[name] ?? value]);
    const added = Object.entries(foreign).filter(
      ([name]) => !own.some(([known]) => known === name),
    );
    const rest = added.map(([name, value = '']): [string, string] => [name, value]);
    return { visitor, route: `routes/${route}`, path, fields: [...fields, ...rest] };
  };
  const { employerId: employer, specialistId, clientId: clients, userId } = ids;
  const reviewers = { leadReviewerId: world.thirdReviewer.id, teamId: ids.teamId };
  return [
    post('contacts/list', `${team}/contacts`, { undo: ids.contactId }),
    post('contacts/new', `${team}/contacts/new`, { employer }),
    post('contacts/new', `${team}/contacts/new`, { specialistId }),
    post('contacts/edit', `${team}/contacts/${world.own.contactId ?? ''}`, { employer }),
    post('contacts/edit', `${team}/contacts/${world.own.contactId ?? ''}`, { specialistId }),
    post('clients/clinic', `${team}/meetings/new`, { clients }),
    post('clients/clinic', `${team}/meetings/new`, { specialistId }),
    post('clients/meetings', `${client}/meetings`, { specialistId }),
    post('job-entries/new', `${client}/job-entries/new`, { employer }),
    post('job-entries/edit', `${client}/job-entries/${world.own.jobEntryId ?? ''}`, { employer }),
    post('staff/new', `${team}/staff/new`, { userId }),
    post('staff/edit', `${team}/staff/${world.own.specialistId ?? ''}`, { userId }),
    post('import/team', `${team}/import`, { kept: baselineOf(reference) }),
    post('import/team', `${team}/import`, { destination: ids.teamId }),
    { ...post('reviews/new', '/reviews/new', reviewers), visitor: 'reviewer 1' },
  ];
}

/** The same, with identifiers that nothing has. */
export const nothing = (ids: Ids): Ids =>
  Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()]));

/** How many rows of each kind lead from one team's record to another team's. */
export async function rowsAcrossTeams(db: Db): Promise<Record<string, number>> {
  const count = async (from: string, reference: string, to: string) => {
    const { rows } = await sql<{ rows: number }>`
      select count(*) as rows from ${sql.table(from)} as source
      join ${sql.table(to)} as target on target.id = ${sql.ref(`source.${reference}`)}
      where target.team_id is not source.team_id`.execute(db);
    return rows[0]?.rows ?? Number.NaN;
  };
  return {
    'contact, employer': await count('employer_contacts', 'employer_id', 'employers'),
    'contact, specialist': await count('employer_contacts', 'specialist_id', 'specialists'),
    'meeting, client': await count('client_meetings', 'client_id', 'clients'),
    'meeting, specialist': await count('client_meetings', 'specialist_id', 'specialists'),
    'job, client': await count('job_entries', 'client_id', 'clients'),
    'job, employer': await count('job_entries', 'employer_id', 'employers'),
    'specialist, account': await count('specialists', 'user_id', 'users'),
  };
}
