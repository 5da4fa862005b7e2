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
  type Column,
} from './column-helpers.ts';

const mode = oneOf('in-person', 'video', 'telephone', 'message');
const answer = oneOf('yes', 'no', 'not-known');
const optionalNumber: Column = { kind: 'number', optional: true, between: [0, 1e6] };

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'employers', {
    id,
    teamId: to('teams.id'),
    name: text,
    nameKey: text,
    postcode: optionalText,
    createdAt: text,
  });
  await createIndex(db, 'employers', ['teamId', 'nameKey']);
  await createTable(db, 'employerContacts', {
    id,
    teamId: to('teams.id'),
    specialistId: to('specialists.id'),
    employerId: to('employers.id'),
    contactDate: text,
    mode,
    answered: flag,
    outcome: text,
    withWhom: oneOf('has-say-in-hiring', 'no-say-in-hiring', 'not-known'),
    forWhom: oneOf('particular-client', 'clients-in-general', 'not-for-clients', 'not-known'),
    note: text,
    nextStepDate: optionalText,
    createdAt: text,
    createdBy: optionalTo('users.id'),
    undoneAt: optionalText,
    version,
  });
  await createIndex(db, 'employerContacts', ['teamId', 'contactDate']);
  await createTable(
    db,
    'meetingReturns',
    {
      id,
      teamId: to('teams.id'),
      month: text,
      clientsOnBooks: integer,
      meetingsHeld: integer,
      clientsWith0: integer,
      clientsWith1To4: integer,
      clientsWith5To8: integer,
      clientsWith9To12: integer,
      clientsWith13OrMore: integer,
      updatedAt: text,
      updatedBy: optionalTo('users.id'),
      version,
    },
    [['teamId', 'month']],
  );
  await createTable(
    db,
    'clients',
    {
      id,
      teamId: to('teams.id'),
      reference: text,
      enrolmentDate: text,
      engagementDate: optionalText,
      profileDate: optionalText,
      substanceGroup: text,
      sex: text,
      ageAtEnrolment: { ...optionalInteger, between: [16, 110] },
      treatmentStatus: text,
      monthsInTreatment: optionalNumber,
      monthsEngaged: optionalNumber,
      deprivationQuintile: { ...optionalInteger, between: [1, 5] },
      inWorkAtEnrolment: answer,
      closedOn: optionalText,
      createdAt: text,
      version,
    },
    [['teamId', 'reference']],
  );
  await createIndex(db, 'clients', ['teamId', 'enrolmentDate']);
  await createTable(db, 'clientFactors', {
    clientId: { ...id, references: 'clients.id' },
    referralSource: text,
    mainSubstance: text,
    treatment: text,
    lastJob: text,
    gpVisit: answer,
    aeVisit: answer,
    benefit: text,
    ethnicity: text,
    housing: text,
    convicted: answer,
    confidence: text,
    qualification: text,
    version,
  });
  await createTable(db, 'clientMeetings', {
    id,
    teamId: to('teams.id'),
    clientId: to('clients.id'),
    specialistId: optionalTo('specialists.id'),
    meetingDate: text,
    form: mode,
    createdAt: text,
    createdBy: optionalTo('users.id'),
    undoneAt: optionalText,
  });
  await createIndex(db, 'clientMeetings', ['clientId', 'meetingDate']);
  await createIndex(db, 'clientMeetings', ['teamId', 'meetingDate']);
  await createTable(db, 'jobEntries', {
    id,
    teamId: to('teams.id'),
    clientId: to('clients.id'),
    employerId: optionalTo('employers.id'),
    startDate: text,
    endDate: optionalText,
    hoursPerWeek: { kind: 'number', optional: true, between: [0, 100] },
    fourHoursDone: answer,
    jobType: text,
    permanent: answer,
    evidence: oneOf('none', 'provider-evidenced'),
    evidencedOn: optionalText,
    createdAt: text,
    createdBy: optionalTo('users.id'),
    version,
  });
  await createIndex(db, 'jobEntries', ['clientId']);
  await createIndex(db, 'jobEntries', ['teamId', 'startDate']);
}
