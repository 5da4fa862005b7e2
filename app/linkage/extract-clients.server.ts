import type { Db } from '#db/connection/open-database.ts';
import { listClientsForExtract } from '#db/queries/linkage-extracts.ts';
import { notKnown } from '#scoring/outcomes/baseline-factors.ts';

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
      sex: knownOrNull(client.sex),
      ageAtEnrolment: client.ageAtEnrolment,
      substanceGroup: knownOrNull(client.substanceGroup),
      treatmentStatus: knownOrNull(client.treatmentStatus),
      monthsInTreatment: client.monthsInTreatment,
      ipsEngagementMonths: monthsEngaged,
      deprivationQuintile: client.deprivationQuintile,
    },
  }));
}

const knownOrNull = (answer: string): string | null => (answer === notKnown ? null : answer);
