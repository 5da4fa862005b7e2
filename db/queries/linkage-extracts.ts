import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { LinkageExtractsTable } from '../schema/linkage.ts';
import type { YesNoNotKnown } from '../schema/work.ts';

/** Why clients were not sent, and how many for each reason. */
export interface LeftOut {
  reason: string;
  count: number;
}

export interface LinkageExtract extends Omit<
  LinkageExtractsTable,
  'leftOut' | 'createdBy' | 'deletionRecordedBy'
> {
  leftOut: LeftOut[];
  createdByName: string | null;
  deletionRecordedByName: string | null;
}

const entity = 'linkage extract';

export async function insertLinkageExtract(
  trx: Trx,
  record: RecordChange,
  actor: Actor,
  extract: Pick<LinkageExtractsTable, 'id' | 'linkageDate' | 'clients' | 'sent' | 'sha256'> & {
    leftOut: readonly LeftOut[];
  },
): Promise<void> {
  await trx
    .insertInto('linkageExtracts')
    .values({
      ...extract,
      leftOut: JSON.stringify(extract.leftOut),
      createdAt: actor.at,
      createdBy: actor.userId,
      receiptConfirmedOn: null,
      deletedOn: null,
      deletionRecordedAt: null,
      deletionRecordedBy: null,
      version: 1,
    })
    .execute();
  const { id, sha256 } = extract;
  await record({ action: 'insert', entity, entityId: id, detail: { sha256 } });
}

function extractsWithNames(db: Db) {
  return db
    .selectFrom('linkageExtracts as extract')
    .leftJoin('users as maker', 'maker.id', 'extract.createdBy')
    .leftJoin('users as deleter', 'deleter.id', 'extract.deletionRecordedBy')
    .selectAll('extract')
    .select(['maker.name as createdByName', 'deleter.name as deletionRecordedByName']);
}

type Row = Awaited<ReturnType<ReturnType<typeof extractsWithNames>['execute']>>[number];

function asExtract({ leftOut, createdBy: _by, deletionRecordedBy: _deleter, ...row }: Row) {
  return { ...row, leftOut: JSON.parse(leftOut) as LeftOut[] } satisfies LinkageExtract;
}

/** The newest first. */
export async function listLinkageExtracts(db: Db): Promise<LinkageExtract[]> {
  const rows = await extractsWithNames(db).orderBy('extract.createdAt', 'desc').execute();
  return rows.map(asExtract);
}

export async function findLinkageExtract(db: Db, id: string): Promise<LinkageExtract | undefined> {
  const row = await extractsWithNames(db).where('extract.id', '=', id).executeTakeFirst();
  return row && asExtract(row);
}

/** How many people each extract for a linkage date was sent with. */
export async function listSentFor(db: Db, linkageDate: string): Promise<number[]> {
  const rows = await db
    .selectFrom('linkageExtracts')
    .select('sent')
    .where('linkageDate', '=', linkageDate)
    .orderBy('createdAt')
    .execute();
  return rows.map(({ sent }) => sent);
}

/** Notes that the receiver has the extract and that the original is gone. */
export async function recordDeletion(
  trx: Trx,
  record: RecordChange,
  actor: Actor,
  {
    id,
    version,
    receiptConfirmedOn,
    deletedOn,
  }: { id: string; version: number; receiptConfirmedOn: string; deletedOn: string },
): Promise<void> {
  const result = await trx
    .updateTable('linkageExtracts')
    .set({
      receiptConfirmedOn,
      deletedOn,
      deletionRecordedAt: actor.at,
      deletionRecordedBy: actor.userId,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('deletedOn', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new StaleVersionError(entity);
  await record({ action: 'deleted', entity, entityId: id });
}

export interface ClientForExtract {
  reference: string;
  team: string;
  enrolmentDate: string;
  sex: string;
  ageAtEnrolment: number | null;
  substanceGroup: string;
  treatmentStatus: string;
  monthsInTreatment: number | null;
  monthsEngaged: number | null;
  deprivationQuintile: number | null;
  linkageConsent: YesNoNotKnown;
}

/** Every client with what an extract holds of one, by the reference of the client's team. */
export async function listClientsForExtract(db: Db): Promise<ClientForExtract[]> {
  return db
    .selectFrom('clients as client')
    .innerJoin('teams as team', 'team.id', 'client.teamId')
    .select([
      'client.reference',
      'team.name as team',
      'client.enrolmentDate',
      'client.sex',
      'client.ageAtEnrolment',
      'client.substanceGroup',
      'client.treatmentStatus',
      'client.monthsInTreatment',
      'client.monthsEngaged',
      'client.deprivationQuintile',
      'client.linkageConsent',
    ])
    .orderBy('client.id')
    .execute();
}
