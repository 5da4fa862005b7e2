import type { Db } from '../connection/open-database.ts';
import { StaleVersionError, type RecordChange, type Trx } from '../audit/change.ts';
import type { Role } from '../schema/people.ts';

/** What an administrator's list prints of an account. */
export interface UserSummary {
  id: string;
  name: string;
  role: Role;
  teamName: string | null;
  hostServiceName: string | null;
  disabledAt: string | null;
}

export interface UserRecord extends UserSummary {
  email: string;
  teamId: string | null;
  hostServiceId: string | null;
  createdAt: string;
  passwordChangedAt: string;
  version: number;
}

/** What an administrator may change of an account. */
export interface UserValues {
  name: string;
  role: Role;
  teamId: string | null;
  hostServiceId: string | null;
}

export interface UserFilter {
  role: Role | undefined;
}

const summaryColumns = [
  'user.id',
  'user.name',
  'user.role',
  'team.name as teamName',
  'host.name as hostServiceName',
  'user.disabledAt',
] as const;

function accounts(db: Db) {
  return db
    .selectFrom('users as user')
    .leftJoin('teams as team', 'team.id', 'user.teamId')
    .leftJoin('hostServices as host', 'host.id', 'user.hostServiceId');
}

/** By name. */
export async function listUsers(
  db: Db,
  { role, limit, offset }: UserFilter & { limit: number; offset: number },
): Promise<UserSummary[]> {
  let query = accounts(db).select(summaryColumns);
  if (role !== undefined) query = query.where('user.role', '=', role);
  return query.orderBy('user.name').orderBy('user.id').limit(limit).offset(offset).execute();
}

export async function countUsers(db: Db, { role }: UserFilter): Promise<number> {
  let query = db.selectFrom('users').select((count) => count.fn.countAll<number>().as('total'));
  if (role !== undefined) query = query.where('role', '=', role);
  return (await query.executeTakeFirstOrThrow()).total;
}

export async function findUser(db: Db, userId: string): Promise<UserRecord | undefined> {
  return accounts(db)
    .select([
      ...summaryColumns,
      'user.email',
      'user.teamId',
      'user.hostServiceId',
      'user.createdAt',
      'user.passwordChangedAt',
      'user.version',
    ])
    .where('user.id', '=', userId)
    .executeTakeFirst();
}

interface UserKey {
  userId: string;
  version: number;
}

export async function updateUser(
  trx: Trx,
  record: RecordChange,
  key: UserKey,
  values: UserValues,
): Promise<void> {
  await changeUser(trx, key, values);
  await record({
    action: 'update',
    entity: 'user',
    entityId: key.userId,
    teamId: values.teamId,
    detail: { fields: Object.keys(values), role: values.role },
  });
}

/** Locks an account out from `disabledAt`, or lets it in again with null. */
export async function updateUserDisabled(
  trx: Trx,
  record: RecordChange,
  key: UserKey,
  disabledAt: string | null,
): Promise<void> {
  await changeUser(trx, key, { disabledAt });
  const action = disabledAt === null ? 'enable' : 'disable';
  await record({ action, entity: 'user', entityId: key.userId });
}

async function changeUser(
  trx: Trx,
  { userId, version }: UserKey,
  columns: UserValues | { disabledAt: string | null },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('users')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', userId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StaleVersionError('user');
}

/** Host treatment services by name. */
export async function listHostServices(
  db: Db,
): Promise<{ id: string; name: string; provider: string }[]> {
  return db
    .selectFrom('hostServices')
    .select(['id', 'name', 'provider'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}
