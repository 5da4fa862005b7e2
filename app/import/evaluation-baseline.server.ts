import { referenceProblem } from '#app/forms/client-reference.ts';
import type { RecordChange, Trx } from '#db/audit/change.ts';
import {
  countEvaluationClients,
  listEvaluationTeamNames,
  replaceEvaluationClients,
  type NewEvaluationClient,
} from '#db/queries/evaluation-clients.ts';
import { bandOf, meetingBands } from '#scoring/meetings/meeting-bands.ts';

import type { BaselineRow } from './baseline-file.server.ts';
import { ImportRefused, rowError, type ImportError } from './import-error.ts';

export interface CohortImportCounts {
  rows: number;
  /** Clients of the cohort whose place the file's clients take. */
  replaced: number;
}

/** The results that a client of the cohort must have. */
const wholeNumbers = ['meetings', 'meetings_first_60_days', 'job_start', 'days_followed'] as const;

const resultColumns = [...wholeNumbers, 'days_to_job'];

const mostHoursPerWeek = 168;

/**
 * Takes a file as the evaluation cohort, inside a change: all of it or none. The file's client_id is checked and then
 * left out, so that no row of the cohort leads back to anybody's own list.
 */
export async function importEvaluationBaseline(
  trx: Trx,
  record: RecordChange,
  rows: readonly BaselineRow[],
): Promise<CohortImportCounts> {
  const teams = await listEvaluationTeamNames(trx);
  const teamIds = new Map(teams.map(({ id, name }) => [name, id]));
  const missing = resultColumns.filter((column) => !Object.hasOwn(rows[0]?.cells ?? {}, column));
  if (missing.length > 0) {
    throw new ImportRefused(missing.map((column) => rowError(1, column, 'is missing')));
  }
  const errors = rows.flatMap((row) => rowErrors(row, teamIds));
  if (errors.length > 0) throw new ImportRefused(errors);
  const replaced = await countEvaluationClients(trx);
  await replaceEvaluationClients(
    trx,
    record,
    rows.map((row) => cohortClient(row, teamIds)),
  );
  return { rows: rows.length, replaced };
}

function rowErrors(
  { row, clientId, factors, cells }: BaselineRow,
  teamIds: ReadonlyMap<string, string>,
): ImportError[] {
  const errors: ImportError[] = [];
  const about = (column: string, rule: string) => errors.push(rowError(row, column, rule));
  if (referenceProblem(clientId) !== undefined) {
    about('client_id', 'must be a code with a number in it that names nobody');
  }
  if (!teamIds.has(factors.team ?? '')) about('team', 'is not a team of the evaluation');
  for (const column of wholeNumbers) {
    if (!isWhole(cells[column])) about(column, 'must be a whole number, 0 or more');
  }
  const [start, days] = [cells.job_start, cells.days_to_job ?? ''];
  if (isWhole(start) && start !== '0' && start !== '1') about('job_start', 'must be 0 or 1');
  if (days !== '' && !isWhole(days)) about('days_to_job', 'must be a whole number, or empty');
  else if (start === '0' && days !== '') about('days_to_job', 'must be empty without a job start');
  errors.push(...jobErrors(row, cells));
  if (errors.length === 0) errors.push(...resultErrors(row, cells));
  return errors;
}

/** The two columns about the job that a file may leave out: empty without a job start. */
function jobErrors(row: number, cells: BaselineRow['cells']): ImportError[] {
  const errors: ImportError[] = [];
  const { sustained_13_weeks: sustained = '', hours_per_week: hours = '' } = cells;
  if (!['', '0', '1'].includes(sustained)) {
    errors.push(rowError(row, 'sustained_13_weeks', 'must be 0 or 1, or empty'));
  }
  const isHours = /^\d{1,3}(\.\d{1,2})?$/.test(hours) && Number(hours) <= mostHoursPerWeek;
  if (hours !== '' && !isHours) {
    const rule = `must be a number of hours up to ${mostHoursPerWeek}, or empty`;
    errors.push(rowError(row, 'hours_per_week', rule));
  }
  if (errors.length > 0 || cells.job_start !== '0') return errors;
  const filled = Object.entries({ sustained_13_weeks: sustained, hours_per_week: hours });
  return filled.flatMap(([column, cell]) =>
    cell === '' ? [] : [rowError(row, column, 'must be empty without a job start')],
  );
}

/** Numbers that must fit each other. */
function resultErrors(row: number, cells: BaselineRow['cells']): ImportError[] {
  const errors: ImportError[] = [];
  const meetings = Number(cells.meetings);
  if (Number(cells.meetings_first_60_days) > meetings) {
    errors.push(rowError(row, 'meetings_first_60_days', 'must not be more than meetings'));
  }
  const band = meetingBands.find(({ key }) => key === bandOf(meetings))?.label;
  if ((cells.meeting_band ?? '') !== '' && cells.meeting_band !== band) {
    errors.push(rowError(row, 'meeting_band', 'must be the band of meetings'));
  }
  return errors;
}

const isWhole = (cell: string | undefined) => /^\d{1,6}$/.test(cell ?? '');

/** The cohort keeps the file's own words, null for not known. */
function cohortClient(
  { factors, cells }: BaselineRow,
  teamIds: ReadonlyMap<string, string>,
): NewEvaluationClient {
  const word = (column: string) => (cells[column] ?? '').trim() || null;
  const number = (column: string) => ((cells[column] ?? '') === '' ? null : Number(cells[column]));
  return {
    teamId: teamIds.get(factors.team ?? '') ?? '',
    referralSource: word('referral_source'),
    mainSubstance: word('main_substance'),
    treatment: word('treatment'),
    lastJob: word('last_job'),
    gpVisit: word('gp_visit'),
    aeVisit: word('ae_visit'),
    benefit: word('benefit'),
    ethnicity: word('ethnicity'),
    sex: word('sex'),
    age: factors.age === null ? null : Number(factors.age),
    housing: word('housing'),
    convicted: word('convicted'),
    confidence: word('confidence'),
    qualification: word('qualification'),
    startYear: word('start_year'),
    meetings: Number(cells.meetings),
    meetingsFirst60Days: Number(cells.meetings_first_60_days),
    jobStart: Number(cells.job_start),
    daysToJob: number('days_to_job'),
    daysFollowed: Number(cells.days_followed),
    sustained13Weeks: number('sustained_13_weeks'),
    hoursPerWeek: number('hours_per_week'),
  };
}
