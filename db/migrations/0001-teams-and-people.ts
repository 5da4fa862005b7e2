import { sql, type Kysely } from 'kysely';

import {
  createIndex,
  createTable,
  id,
  integer,
  oneOf,
  optionalText,
  optionalTo,
  text,
  to,
  version,
} from './column-helpers.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'installation', { key: id, value: text });
  await createTable(db, 'hostServices', { id, name: text, provider: text });
  await createTable(db, 'sites', { id, name: { ...text, unique: true } });
  await createTable(db, 'teams', {
    id,
    name: { ...text, unique: true },
    hostServiceId: optionalTo('hostServices.id'),
    siteId: optionalTo('sites.id'),
    ipsProvider: text,
    region: text,
    startDate: text,
    endDate: optionalText,
    version,
  });
  await createTable(db, 'teamLocalAuthorities', {
    id,
    teamId: to('teams.id'),
    localAuthority: text,
    fromDate: text,
    toDate: optionalText,
  });
  await createIndex(db, 'teamLocalAuthorities', ['teamId']);
  await createTable(db, 'users', {
    id,
    email: { ...text, unique: true },
    name: text,
    role: oneOf(
      'administrator',
      'reviewer',
      'team-leader',
      'employment-specialist',
      'host-representative',
      'national-reader',
      'national-analyst',
    ),
    teamId: optionalTo('teams.id'),
    hostServiceId: optionalTo('hostServices.id'),
    passwordHash: text,
    disabledAt: optionalText,
    createdAt: text,
    passwordChangedAt: text,
    version,
  });
  await createTable(db, 'sessions', {
    id,
    userId: to('users.id'),
    createdAt: text,
    lastSeenAt: text,
    expiresAt: text,
    endedAt: optionalText,
    device: text,
  });
  await createIndex(db, 'sessions', ['userId']);
  await createTable(db, 'signInCounters', {
    id,
    failures: integer,
    windowStartedAt: text,
    lockedUntil: optionalText,
  });
  await createTable(db, 'submissions', {
    id,
    userId: to('users.id'),
    location: text,
    createdAt: text,
  });
  await createTable(db, 'specialists', {
    id,
    teamId: to('teams.id'),
    userId: optionalTo('users.id'),
    name: text,
    role: oneOf('employment-specialist', 'team-leader'),
    employedFrom: text,
    employedTo: optionalText,
    version,
  });
  await createIndex(db, 'specialists', ['teamId']);
  await createTable(
    db,
    'workingPatterns',
    {
      id,
      specialistId: to('specialists.id'),
      fromDate: text,
      fte: { kind: 'number', between: [0, 1] },
    },
    [['specialistId', 'fromDate']],
  );
  await createTable(
    db,
    'specialistLeave',
    {
      id,
      specialistId: to('specialists.id'),
      day: text,
      part: { kind: 'number', between: [0.5, 1] },
    },
    [['specialistId', 'day']],
  );
  await createTable(db, 'bankHolidays', { day: id, name: text });
  await createTable(db, 'auditRecords', {
    seq: { kind: 'integer', primary: true },
    at: text,
    actorId: optionalTo('users.id'),
    action: text,
    entity: text,
    entityId: text,
    teamId: optionalText,
    detail: text,
    previousHash: text,
    hash: { ...text, unique: true },
  });
  await createIndex(db, 'auditRecords', ['entity', 'entityId']);
  await makeAppendOnly(db);
}

/** SQLite's own syntax: another database brings its own rule of the same effect. */
async function makeAppendOnly(db: Kysely<unknown>): Promise<void> {
  for (const event of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger audit_records_no_${event} before ${event} on audit_records
         begin select raise(abort, 'audit records are append-only'); end`,
      )
      .execute(db);
  }
}
