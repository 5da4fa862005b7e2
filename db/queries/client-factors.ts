import { StaleVersionError, type RecordChange, type Trx } from '../audit/change.ts';
import { changedFields } from '../audit/changed-fields.ts';
import type { Db } from '../connection/open-database.ts';
import type { ClientFactorsTable } from '../schema/work.ts';

/** The answers of the vocational profile; each may be "not-known". */
export type ClientFactorValues = Omit<ClientFactorsTable, 'clientId' | 'version'>;

export interface ClientFactors extends ClientFactorValues {
  version: number;
}

const columns = [
  'factors.referralSource',
  'factors.mainSubstance',
  'factors.treatment',
  'factors.lastJob',
  'factors.gpVisit',
  'factors.aeVisit',
  'factors.benefit',
  'factors.ethnicity',
  'factors.housing',
  'factors.convicted',
  'factors.confidence',
  'factors.qualification',
  'factors.version',
] as const;

/** undefined while the client has no vocational profile. */
export async function findClientFactors(
  db: Db,
  teamId: string,
  clientId: string,
): Promise<ClientFactors | undefined> {
  return db
    .selectFrom('clientFactors as factors')
    .innerJoin('clients as client', 'client.id', 'factors.clientId')
    .select(columns)
    .where('client.teamId', '=', teamId)
    .where('client.id', '=', clientId)
    .executeTakeFirst();
}

export interface ProfileOfClient {
  clientId: string;
  reference: string;
  enrolmentDate: string;
  profileDate: string | null;
  sex: string;
  ageAtEnrolment: number | null;
  /** undefined while the client has no vocational profile. */
  factors: ClientFactors | undefined;
}

/** Every client of the team with what baseline.csv says about clients. */
export async function listClientProfiles(db: Db, teamId: string): Promise<ProfileOfClient[]> {
  const clients = await db
    .selectFrom('clients')
    .select([
      'id as clientId',
      'reference',
      'enrolmentDate',
      'profileDate',
      'sex',
      'ageAtEnrolment',
    ])
    .where('teamId', '=', teamId)
    .execute();
  const rows = await db
    .selectFrom('clientFactors as factors')
    .innerJoin('clients as client', 'client.id', 'factors.clientId')
    .select(['factors.clientId', ...columns])
    .where('client.teamId', '=', teamId)
    .execute();
  const known = new Map(rows.map(({ clientId, ...factors }) => [clientId, factors]));
  return clients.map((client) => ({ ...client, factors: known.get(client.clientId) }));
}

export interface ProfileSave {
  clientId: string;
  profileDate: string | null;
  /** The version that was read; 0 while there was no profile. */
  version: number;
  values: ClientFactorValues;
}

/** Writes the profile and its date. The profile's own version covers both: nothing else writes them. */
export async function saveClientFactors(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { clientId, profileDate, version, values }: ProfileSave,
): Promise<void> {
  const saved = await findClientFactors(trx, teamId, clientId);
  if ((saved?.version ?? 0) !== version) throw new StaleVersionError('vocational profile');
  const next = { ...values, version: version + 1 };
  if (saved === undefined) {
    await trx
      .insertInto('clientFactors')
      .values({ clientId, ...next })
      .execute();
  } else {
    await trx.updateTable('clientFactors').set(next).where('clientId', '=', clientId).execute();
  }
  await trx
    .updateTable('clients')
    .set({ profileDate })
    .where('teamId', '=', teamId)
    .where('id', '=', clientId)
    .execute();
  const action = saved === undefined ? 'insert' : 'update';
  const detail = { fields: changedFields(saved, values) };
  await record({ action, entity: 'vocational profile', entityId: clientId, teamId, detail });
}
