import { createHash, randomInt } from 'node:crypto';

import { csvText } from '#app/relations/csv.ts';
import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import {
  dateOfBirth,
  initials,
  nationalInsuranceNumber,
  postcode,
} from '#scoring/linkage/identifiers.ts';
import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import { groupFields } from '#scoring/outcomes/cohort/group-fields.ts';
import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';

import { codedFieldWriter, type CodedFieldSecret } from './coded-field.server.ts';
import { ProblemBook, type FileProblem } from './problem-book.ts';
import { readTable } from './read-table.server.ts';

/** A client whom an extract may hold. */
export interface ExtractClient {
  record: ClientRecord;
  hasConsent: boolean;
}

/** Why a client is not sent: the first of these that holds. */
export const extractReasons = {
  'no-consent': 'No consent is recorded',
  ambiguous: 'More than one client has this client_id',
  incomplete: 'An identifier is missing or cannot be read',
  'too-few-months': 'Enrolled less than nine months before the linkage date',
} as const;
export type ExtractReason = keyof typeof extractReasons;

export interface Extract {
  csv: string;
  sha256: string;
  clients: number;
  sent: number;
  leftOut: { reason: string; count: number }[];
}

/** Without cells: what stands in the file of identifiers is repeated nowhere. */
export type ExtractProblem = Omit<FileProblem, 'cells'>;

export type MadeExtract =
  { ok: true; extract: Extract } | { ok: false; problems: ExtractProblem[]; total: number };

interface Question {
  clients: readonly ExtractClient[];
  /** The service owner's file, as it comes. */
  identifiers: AsyncIterable<Buffer>;
  linkageDate: string;
  secret: CodedFieldSecret;
  /** Told now and then how much of the extract is written, 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Merges the service owner's identifiers with the clients, in memory alone: they leave this function in the extract and
 * nowhere else, neither in a log nor in an error.
 */
export async function makeExtract(question: Question): Promise<MadeExtract> {
  const problems = new ProblemBook();
  const identities = await readIdentities(question.identifiers, problems);
  if (problems.total > 0) {
    const kept = problems.kept.map(({ file, row, column, rule }) => ({ file, row, column, rule }));
    return { ok: false, problems: kept, total: problems.total };
  }
  const { clients, linkageDate, secret, onProgress } = question;
  const counts = countsById(clients);
  const codedField = codedFieldWriter(secret);
  const reasons: ExtractReason[] = [];
  const rows: string[][] = [];
  for (const [index, { record, hasConsent }] of clients.entries()) {
    if (index % 1000 === 0) onProgress?.(index / clients.length);
    const identity = identities.get(record.clientId);
    const isAmbiguous = (counts.get(record.clientId) ?? 0) > 1;
    const reason = reasonFor({ record, hasConsent, isAmbiguous, identity, linkageDate });
    if (reason !== null) reasons.push(reason);
    else if (identity) {
      const { sex: _sex, site: _site, ...groups } = groupFields(record);
      rows.push([...identity, record.enrolmentDate, record.team ?? '', codedField(groups)]);
    }
  }
  const csv = csvText([extractColumns, ...shuffled(rows)]);
  return {
    ok: true,
    extract: {
      csv,
      sha256: createHash('sha256').update(csv).digest('hex'),
      clients: clients.length,
      sent: rows.length,
      leftOut: (Object.keys(extractReasons) as ExtractReason[])
        .map((reason) => ({
          reason: extractReasons[reason],
          count: reasons.filter((given) => given === reason).length,
        }))
        .filter(({ count }) => count > 0),
    },
  };
}

const identifierColumns = ['initials', 'date_of_birth', 'postcode', 'national_insurance_number'];
export const extractColumns = [...identifierColumns, 'enrolment_date', 'area', 'coded_field'];

/** Initials, date of birth, postcode and number in one form; null for a row of which one is missing. */
type Identity = readonly [string, string, string, string] | null;

async function readIdentities(
  chunks: AsyncIterable<Buffer>,
  problems: ProblemBook,
): Promise<Map<string, Identity>> {
  const columns = Object.fromEntries(
    ['client_id', ...identifierColumns].map((name) => [name, name]),
  );
  const identities = new Map<string, Identity>();
  await readTable({ file: 'identifiers', chunks, columns, problems }, (cell, about) => {
    const id = cell('client_id');
    if (id === '') about.add('client_id', 'must not be empty');
    else if (identities.has(id)) about.add('client_id', 'must not come twice');
    identities.set(id, identityOf(cell));
  });
  return identities;
}

function identityOf(cell: (column: string) => string): Identity {
  const letters = initials(cell('initials'));
  const born = dateOfBirth(cell('date_of_birth'));
  const code = postcode(cell('postcode'));
  const number = nationalInsuranceNumber(cell('national_insurance_number'));
  if (letters === '' || born === null || code === null || number === null) return null;
  return [letters, born, code, number];
}

function reasonFor({
  record,
  hasConsent,
  isAmbiguous,
  identity,
  linkageDate,
}: ExtractClient & {
  isAmbiguous: boolean;
  identity: Identity | undefined;
  linkageDate: string;
}): ExtractReason | null {
  if (!hasConsent) return 'no-consent';
  if (isAmbiguous) return 'ambiguous';
  if (identity === undefined || identity === null) return 'incomplete';
  const since = addCalendarMonths(record.enrolmentDate, followUpRules2025.minimumMonths);
  return since > linkageDate ? 'too-few-months' : null;
}

function countsById(clients: readonly ExtractClient[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { record } of clients) {
    counts.set(record.clientId, (counts.get(record.clientId) ?? 0) + 1);
  }
  return counts;
}

/** In an order drawn anew: where a row stands says nothing of where a client stands here. */
function shuffled<Row>(rows: readonly Row[]): Row[] {
  const drawn = [...rows];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const place = randomInt(last + 1);
    const [a, b] = [drawn[place], drawn[last]];
    if (a !== undefined && b !== undefined) [drawn[place], drawn[last]] = [b, a];
  }
  return drawn;
}
