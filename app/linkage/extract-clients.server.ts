import type { Db } from '#db/connection/open-database.ts';
import { listClientsForExtract } from '#db/queries/linkage-extracts.ts';
import {
  sexes,
  substanceGroups,
  treatmentStatuses,
} from '#scoring/outcomes/cohort/client-record.ts';

import type { ExtractClient } from './make-extract.server.ts';

/** The clients of all teams, as an extract takes them. Only a yes is consent. */
export async function extractClients(db: Db): Promise<ExtractClient[]> {
  const clients = await listClientsForExtract(db);
  return clients.map(({ reference, linkageConsent, monthsEngaged, ...client }) => ({
    hasConsent: linkageConsent === 'yes',
    record: {
      clientId: reference,
      team: client.team,
      enrolmentDate: client.enrolmentDate,
      sex: listed(sexes, client.sex),
      ageAtEnrolment: client.ageAtEnrolment,
      substanceGroup: listed(substanceGroups, client.substanceGroup),
      treatmentStatus: listed(treatmentStatuses, client.treatmentStatus),
      monthsInTreatment: client.monthsInTreatment,
      ipsEngagementMonths: monthsEngaged,
      deprivationQuintile: client.deprivationQuintile,
    },
  }));
}

/** "Not known" is in no list, and neither is a name of a list before this one. */
const listed = (list: readonly string[], answer: string): string | null =>
  list.includes(answer) ? answer : null;
