import type { FieldError } from '#app/forms/form-values.ts';
import { createOnce } from '#db/audit/create-once.ts';
import type { Db } from '#db/connection/open-database.ts';
import { insertBenchmarkValue, listBenchmarkValues } from '#db/queries/benchmarks.ts';
import { addDays, formatDay } from '#scoring/calendar/iso-day.ts';

export interface NewBenchmark {
  submissionId: string;
  key: string;
  name: string;
  value: number;
  source: string;
  validFrom: string;
}

class OverlapError extends Error {}

/**
 * Adds a value that holds from a day on. The one before it ends the day before at the latest and is kept: a figure of
 * an earlier day goes on being held against the value of its own time. Gives the error where the newest value begins
 * later, as it does when somebody else has just added one.
 */
export async function addBenchmark(
  db: Db,
  actor: Parameters<typeof createOnce>[1],
  { submissionId, key, name, value, source, validFrom }: NewBenchmark,
): Promise<FieldError | undefined> {
  try {
    await createOnce(db, actor, submissionId, async (trx, record) => {
      const [newest] = await listBenchmarkValues(trx, key);
      if (newest === undefined) throw new RangeError('addBenchmark: there is no such benchmark');
      if (newest.validFrom >= validFrom) throw new OverlapError(formatDay(newest.validFrom));
      const dayBefore = addDays(validFrom, -1);
      const { validTo, unit } = newest;
      const previous = {
        id: newest.id,
        version: newest.version,
        validTo: validTo !== null && validTo < dayBefore ? validTo : dayBefore,
      };
      const added = { key, name, value, unit, source, validFrom, validTo: null };
      await insertBenchmarkValue(trx, record, added, previous);
      return { location: '/benchmarks' };
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof OverlapError)) throw error;
    const message = `The first day must be after ${error.message}, when the value before it begins`;
    return { field: 'validFrom', message };
  }
}
