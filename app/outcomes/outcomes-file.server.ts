import { tableCsv, longCsv } from '#app/outcomes-files/csv-files.ts';
import type { Release } from '#app/outcomes-files/release-table.ts';
import { wordSummary } from '#app/outcomes-files/word/word-summary.ts';
import { odsWorkbook } from '#app/outcomes-files/workbook/ods-workbook.ts';
import { zipFiles } from '#app/outcomes-files/zip-files.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listLinkedRounds } from '#db/queries/cohorts.ts';
import type { OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import type { OutcomesFileKind } from './file-kinds.ts';
import { outcomesJson } from './outcomes-json.ts';
import { outcomesRound } from './outcomes-work.server.ts';
import { previousOf } from './previous-round.ts';
import { providerEvidence } from './provider-evidence.server.ts';
import {
  outcomeRelease,
  roundRelease,
  roundSummary,
  type RoundFigures,
} from './release-tables/round-release.ts';

export interface OutcomesFileAsked {
  roundId: string;
  /** Whose small-number rules hold. */
  today: string;
  isDemo: boolean;
  kind: OutcomesFileKind;
  /** One outcome alone; null for all. */
  outcome: OutcomeKey | null;
}

/** A file of a round; null where the round has gone meanwhile. The same figures give the same bytes. */
export async function outcomesFile(
  db: Db,
  { roundId, today, isDemo, kind, outcome }: OutcomesFileAsked,
): Promise<Uint8Array | null> {
  const figures = await figuresOf(db, roundId, today, isDemo);
  if (figures === null) return null;
  if (kind === 'json')
    return encoded(`${JSON.stringify(outcomesJson(figures, outcome), null, 2)}\n`);
  const release = outcome === null ? roundRelease(figures) : outcomeRelease(figures, outcome);
  return written(kind, release, figures);
}

async function figuresOf(
  db: Db,
  roundId: string,
  today: string,
  isDemo: boolean,
): Promise<RoundFigures | null> {
  const rounds = await listLinkedRounds(db);
  const round = rounds.find(({ id }) => id === roundId);
  const own = await outcomesRound(db, { roundId, today });
  if (round === undefined || own === null) return null;
  const before = previousOf(rounds, round);
  const earlier = before && (await outcomesRound(db, { roundId: before.id, today }));
  return {
    name: round.name,
    linkageDate: round.linkageDate,
    release: own.release,
    previous: before && earlier ? { name: before.name, release: earlier.release } : null,
    evidence: await providerEvidence(db, { today }),
    isDemo,
  };
}

const encoded = (text: string) => new TextEncoder().encode(text);

function written(
  kind: Exclude<OutcomesFileKind, 'json'>,
  release: Release,
  figures: RoundFigures,
): Uint8Array {
  switch (kind) {
    case 'ods':
      return odsWorkbook(release);
    case 'docx':
      return wordSummary(release, roundSummary(figures, release));
    case 'csv':
      return encoded(longCsv(release));
    case 'zip':
      return zipFiles(csvEntries(release), release.date);
  }
}

function csvEntries({ tables }: Release) {
  const digits = String(tables.length).length;
  return tables.map((table) => ({
    path: `table-${String(table.number).padStart(digits, '0')}.csv`,
    text: tableCsv(table),
  }));
}
