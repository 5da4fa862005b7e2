import type { Kysely } from 'kysely';

import {
  createIndex,
  createTable,
  flag,
  id,
  integer,
  oneOf,
  optionalInteger,
  optionalText,
  optionalTo,
  text,
  to,
  version,
} from './column-helpers.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(
    db,
    'jobEntryDefinitions',
    { id, key: text, validFrom: text, validTo: optionalText, definition: text },
    [['key', 'validFrom']],
  );
  await createTable(db, 'benchmarks', {
    id,
    key: text,
    name: text,
    value: { kind: 'number', between: [0, 1e6] },
    unit: text,
    validFrom: text,
    validTo: optionalText,
    source: text,
    version,
  });
  await createTable(
    db,
    'datedSettings',
    { id, key: text, validFrom: text, value: text, note: text },
    [['key', 'validFrom']],
  );
  await createTable(db, 'meetingNotes', {
    id,
    heldOn: text,
    text,
    createdAt: text,
    createdBy: optionalTo('users.id'),
    version,
  });
  await createTable(db, 'linkedRounds', {
    id,
    name: text,
    linkageDate: text,
    sent: integer,
    matched: integer,
    // Rows are written in parts; only a round that is current is ever read.
    state: oneOf('being-written', 'current', 'undone'),
    version,
  });
  await createTable(db, 'linkedPeople', {
    id,
    roundId: to('linkedRounds.id'),
    siteId: optionalTo('sites.id'),
    enrolmentYear: integer,
    followUpDays: integer,
    followUpMonths: integer,
    followUpComplete: flag,
    substanceGroup: optionalText,
    sex: optionalText,
    ageBand: optionalText,
    treatmentStatus: optionalText,
    timeInTreatment: optionalText,
    engagement: optionalText,
    deprivationQuintile: { ...optionalInteger, between: [1, 5] },
    worked: flag,
    startedJob: flag,
    daysToFirstJob: optionalInteger,
    firstJobMonth: { ...optionalInteger, between: [1, 18] },
    daysEmployed: integer,
    longestJobDays: integer,
    sustained13Weeks: flag,
    jobs: integer,
    // Repayments may outweigh payments; null where no payments were linked.
    incomeTaxPence: { ...optionalInteger, between: [-1e15, 1e15] },
    nationalInsurancePence: { ...optionalInteger, between: [-1e15, 1e15] },
  });
  await createIndex(db, 'linkedPeople', ['roundId', 'siteId']);
  await createTable(db, 'evaluationTeams', {
    id,
    name: { ...text, unique: true },
    integrationLevel: oneOf('low', 'medium', 'high'),
  });
  await createTable(db, 'evaluationClients', {
    id,
    teamId: to('evaluationTeams.id'),
    referralSource: optionalText,
    mainSubstance: optionalText,
    treatment: optionalText,
    lastJob: optionalText,
    gpVisit: optionalText,
    aeVisit: optionalText,
    benefit: optionalText,
    ethnicity: optionalText,
    sex: optionalText,
    age: { ...optionalInteger, between: [16, 110] },
    housing: optionalText,
    convicted: optionalText,
    confidence: optionalText,
    qualification: optionalText,
    startYear: optionalText,
    meetings: integer,
    meetingsFirst60Days: integer,
    jobStart: flag,
    daysToJob: optionalInteger,
    daysFollowed: integer,
    // Of the job started, as evidenced by the provider; null without a start, or not known.
    sustained13Weeks: { ...optionalInteger, between: [0, 1] },
    hoursPerWeek: { kind: 'number', optional: true, between: [0, 168] },
  });
  await createIndex(db, 'evaluationClients', ['teamId']);
}
