import type { Db } from '../connection/open-database.ts';

export interface StoredScheme {
  id: string;
  name: string;
  validFrom: string;
  /** JSON of an IntegrationScheme. */
  definition: string;
  note: string;
}

const columns = ['id', 'name', 'validFrom', 'definition', 'note'] as const;

/** The scheme in force on a day. */
export async function getSchemeInForce(db: Db, day: string): Promise<StoredScheme> {
  return db
    .selectFrom('integrationSchemes')
    .select(columns)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

export async function getScheme(db: Db, schemeId: string): Promise<StoredScheme> {
  return db
    .selectFrom('integrationSchemes')
    .select(columns)
    .where('id', '=', schemeId)
    .executeTakeFirstOrThrow();
}
