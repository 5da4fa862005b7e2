import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import type { LinkedRecord } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { linkedRecords, type OfClient } from '#scoring/outcomes/cohort/linked-records.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';
import {
  employmentSources,
  type EmploymentSource,
  type EmploymentSpell,
} from '#scoring/outcomes/spells/employment-spell.ts';
import type { RecordProblem } from '#scoring/outcomes/spells/record-problem.ts';
import { UnusableData } from '../command/errors.ts';
import { clientsLayout, contributionsLayout, employmentLayout } from './layouts.ts';
import { ProblemList } from './problem-list.ts';
import { readRows, type ReadRows } from './read-rows.ts';

/** The name and length of a file, for the report. */
export interface CountedFile {
  readonly file: string;
  readonly rows: number;
}

export interface Linkage {
  readonly records: readonly LinkedRecord[];
  readonly clients: CountedFile & { readonly columns: readonly string[] };
  readonly employment: CountedFile;
  readonly contributions: CountedFile | null;
  readonly warnings: readonly string[];
}

/** Paths; a linkage may come without contributions. */
export interface LinkagePaths {
  readonly clients: string;
  readonly employment: string;
  readonly contributions: string | undefined;
}

/** The files of a linkage, read one after the other and put together client by client. */
export async function readLinkage(paths: LinkagePaths, linkageDate: string): Promise<Linkage> {
  const problems = new ProblemList();
  const checks = { linkageDate, problems };
  const known = new Set<string>();
  const clients = await readRows(paths.clients, clientsLayout, checks, (row) =>
    newClient(row, known),
  );
  if (clients.rows.length === 0) {
    throw new UnusableData(`${clients.file}: the file has no rows under its header`);
  }
  const knownClient = ({ clientId }: { readonly clientId: string }) =>
    known.has(clientId) ? [] : [{ field: 'client_id', rule: `must be in ${clients.file}` }];
  const employment = await readRows(paths.employment, employmentLayout, checks, knownClient);
  const contributions =
    paths.contributions === undefined
      ? null
      : await readRows(paths.contributions, contributionsLayout, checks, knownClient);
  problems.requireNone();
  return {
    records: linkedRecords(
      clients.rows,
      employment.rows.map(withKnownSource),
      contributions?.rows ?? null,
    ),
    clients: { ...counted(clients), columns: clients.columns },
    employment: counted(employment),
    contributions: contributions === null ? null : counted(contributions),
    warnings: warningsOf(linkageDate, clients, employment, contributions),
  };
}

function newClient({ clientId }: ClientRecord, known: Set<string>): RecordProblem[] {
  if (clientId !== '' && known.has(clientId)) {
    return [{ field: 'client_id', rule: 'must not come twice' }];
  }
  known.add(clientId);
  return [];
}

function withKnownSource(
  spell: OfClient<Omit<EmploymentSpell, 'source'> & { readonly source: string }>,
): OfClient<EmploymentSpell> {
  return { ...spell, source: requireSource(spell.source) };
}

function requireSource(text: string): EmploymentSource {
  const source = employmentSources.find((each) => each === text);
  if (source === undefined) throw new TypeError(`a row with the source ${text} was let through`);
  return source;
}

function counted({ file, rows }: ReadRows<unknown>): CountedFile {
  return { file, rows: rows.length };
}

function warningsOf(
  linkageDate: string,
  clients: ReadRows<unknown>,
  employment: ReadRows<unknown>,
  contributions: ReadRows<OfClient<Contribution>> | null,
): string[] {
  const files = [clients, employment, ...(contributions === null ? [] : [contributions])];
  const passedOver = files
    .filter((each) => each.passedOver.length > 0)
    .map((each) => `${each.file}: columns passed over: ${each.passedOver.join(', ')}`);
  const late = files
    .filter((each) => each.afterLinkage > 0)
    .map((each) => lateWords(each, linkageDate));
  const nobody =
    employment.rows.length === 0 ? [`${employment.file} has no rows: nobody has worked`] : [];
  return [...passedOver, ...late, ...nobody];
}

/** A file may have been cut later than the linkage: what it knows of the days since is not used, and is not hidden. */
function lateWords({ file, rows, afterLinkage }: ReadRows<unknown>, linkageDate: string): string {
  return `${file}: ${afterLinkage} of ${rows.length} rows have a day after the linkage date, ${linkageDate}: nothing after it counts`;
}
