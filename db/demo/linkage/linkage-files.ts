import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';
import type { EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';

import { DEMO_SEED } from '../demo-constants.ts';
import { streamOf } from '../draw.ts';
import { COHORT } from '../linked/plan.ts';
import { csvText, type Cell } from './csv-text.ts';
import { rehearsedClients, type RehearsedClient } from './rehearsal.ts';
import { written, writtenPostcode, type Identity } from './synthetic-identity.ts';
import { taxPeople, type TaxPerson } from './tax-people.ts';
import { teamClients, TEAMS_LINKAGE_DATE } from './team-clients.ts';

/** Names of files and their texts; columns as in docs/linkage-files.md. */
export type LinkageFiles = Readonly<Record<string, string>>;

const clientColumns =
  'client_id,team,enrolment_date,sex,age_at_enrolment,substance_group,treatment_status,months_in_treatment,ips_engagement_months,deprivation_quintile';

const clientCells = (client: ClientRecord): Cell[] => [
  client.clientId,
  client.team,
  client.enrolmentDate,
  client.sex,
  client.ageAtEnrolment,
  client.substanceGroup,
  client.treatmentStatus,
  client.monthsInTreatment?.toFixed(1) ?? null,
  client.ipsEngagementMonths?.toFixed(1) ?? null,
  client.deprivationQuintile,
];

function clientsCsv(clients: readonly RehearsedClient[]): string {
  return csvText(
    `${clientColumns},consent`,
    clients.map(({ client, consent }) => [...clientCells(client), consent]),
  );
}

/** Of those with incomplete fields, every fifth has no row at all; the others lack one of the four. */
function identifierRow(place: number, own: Identity): Identity | null {
  const blanks: readonly Partial<Identity>[] = [
    { initials: '' },
    { dateOfBirth: '' },
    { postcode: ' ' },
    { nationalInsuranceNumber: '' },
  ];
  return place % 5 === 4 ? null : { ...own, ...blanks[place % 5] };
}

function identifiersCsv(clients: readonly RehearsedClient[], seed: number): string {
  const random = streamOf(seed, 'identifiers as written');
  const rows = clients.flatMap(({ client, identity, fate, place }): Cell[][] => {
    const asWritten = written(random, identity);
    const own = fate === 'incomplete' ? identifierRow(place, asWritten) : asWritten;
    if (own === null) return [];
    const { initials, dateOfBirth, postcode, nationalInsuranceNumber } = own;
    return [[client.clientId, initials, dateOfBirth, postcode, nationalInsuranceNumber]];
  });
  return csvText('client_id,initials,date_of_birth,postcode,national_insurance_number', rows);
}

function taxPeopleCsv(people: readonly TaxPerson[], seed: number): string {
  const random = streamOf(seed, 'tax records as written');
  const rows = people.map(({ recordId, identity, sex, postcodes }): Cell[] => {
    const { initials, dateOfBirth, nationalInsuranceNumber } = written(random, identity);
    const [first, second, third] = postcodes.map((postcode) => writtenPostcode(random, postcode));
    return [
      ...[recordId, nationalInsuranceNumber, initials, dateOfBirth, sex],
      ...[first ?? null, second ?? null, third ?? null],
    ];
  });
  return csvText(
    'record_id,national_insurance_number,initials,date_of_birth,sex,postcode_1,postcode_2,postcode_3',
    rows,
  );
}

/** Spells and payments under the id of whoever they belong to. */
interface Recorded {
  id: string;
  spells: readonly EmploymentSpell[];
  contributions: readonly Contribution[];
}

function employmentCsv(idColumn: string, people: readonly Recorded[]): string {
  const rows = people.flatMap(({ id, spells }) =>
    spells.map(({ employerId, startDate, endDate, source }): Cell[] => [
      id,
      employerId,
      startDate,
      endDate,
      source,
    ]),
  );
  return csvText(`${idColumn},employer_id,start_date,end_date,source`, rows);
}

function contributionsCsv(idColumn: string, people: readonly Recorded[]): string {
  const rows = people.flatMap(({ id, contributions }) =>
    contributions.map(({ paymentDate, incomeTax, employeeNi, employerNi }): Cell[] => [
      id,
      paymentDate,
      incomeTax.toFixed(2),
      employeeNi.toFixed(2),
      employerNi.toFixed(2),
    ]),
  );
  return csvText(`${idColumn},payment_date,income_tax,employee_ni,employer_ni`, rows);
}

/** The matched clients in the standard layouts, as if the linkage had kept their keys: for analyse and for checks. */
function cohortFiles(clients: readonly RehearsedClient[]): LinkageFiles {
  const records = clients.flatMap(({ record }) => (record === null ? [] : [record]));
  const recorded = records.map(({ client, spells, contributions }): Recorded => ({
    id: client.clientId,
    spells,
    contributions: contributions ?? [],
  }));
  return {
    'cohort/clients.csv': csvText(
      clientColumns,
      records.map(({ client }) => clientCells(client)),
    ),
    'cohort/employment.csv': employmentCsv('client_id', recorded),
    'cohort/contributions.csv': contributionsCsv('client_id', recorded),
  };
}

const readMe = `Synthetic files for rehearsing the data linkage. Every person in them is invented: National Insurance numbers begin with
QQ, which is never issued, and postcodes with ZZ, which is no area. docs/linkage-files.md says what each column holds.

Linkage date ${COHORT.linkageDate}: ${COHORT.sent} clients are to be sent, and ${COHORT.matched} of them match. They are in no database.
cohort/ holds the matched clients in the standard layouts of an analysis: npm run analyse -- outcomes.
teams/ is about the clients of the demonstration's own teams: identifiers.csv for the page of the extract, with linkage
date ${TEAMS_LINKAGE_DATE}, and the tax records that the extract is matched with.
`;

/** What the owner of the identifiers and the tax authority hold of some clients. */
function heldFiles(clients: readonly RehearsedClient[], seed: number): LinkageFiles {
  const people = taxPeople(clients, seed);
  const taxed = people.map((person): Recorded => ({ ...person, id: person.recordId }));
  return {
    'identifiers.csv': identifiersCsv(clients, seed),
    'tax-people.csv': taxPeopleCsv(people, seed),
    'tax-employment.csv': employmentCsv('record_id', taxed),
    'tax-contributions.csv': contributionsCsv('record_id', taxed),
  };
}

/** The files about the clients of the demonstration's own teams. */
export function teamLinkageFiles(seed = DEMO_SEED): LinkageFiles {
  const files = Object.entries(heldFiles(teamClients(seed), seed));
  return Object.fromEntries(files.map(([name, text]) => [`teams/${name}`, text]));
}

/** Everything that a rehearsal of the linkage begins with: the same texts every time. */
export function linkageFiles(seed = DEMO_SEED): LinkageFiles {
  const clients = rehearsedClients(seed);
  return {
    'README.txt': readMe,
    'clients.csv': clientsCsv(clients),
    ...heldFiles(clients, seed),
    ...cohortFiles(clients),
  };
}
