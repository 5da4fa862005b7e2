/** The two ends of the data linkage: what was sent, and what came back. Neither holds anything of a person. */

/** Which columns of a return hold what; kept under a name, since the official layout is not public. */
export interface LinkageLayoutsTable {
  id: string;
  name: string;
  /** JSON of a ReturnLayout (app/linkage). */
  layout: string;
  createdAt: string;
  createdBy: string | null;
  /** From then on no new return is read by it. */
  retiredAt: string | null;
  version: number;
}

export type LinkageImportState =
  'checking' | 'refused' | 'checked' | 'writing' | 'imported' | 'undone' | 'abandoned' | 'failed';

/** A return and what became of it. */
export interface LinkageImportsTable {
  id: string;
  name: string;
  linkageDate: string;
  layoutName: string;
  /** First and last enrolment date of the round; null where open. */
  firstEnrolment: string | null;
  lastEnrolment: string | null;
  sent: number;
  matched: number;
  employmentRows: number;
  /** null where no payments came back. */
  contributionRows: number | null;
  state: LinkageImportState;
  /** The round it became, once imported. */
  roundId: string | null;
  /** JSON: what was found in the files. */
  counts: string | null;
  errors: number | null;
  processId: number;
  createdAt: string;
  createdBy: string | null;
  version: number;
}

/** An extract that was made; the file itself is kept nowhere. */
export interface LinkageExtractsTable {
  id: string;
  linkageDate: string;
  /** Clients looked at, and of them sent. */
  clients: number;
  sent: number;
  /** JSON: how many were left out for each reason. */
  leftOut: string;
  /** Of the file. */
  sha256: string;
  createdAt: string;
  createdBy: string | null;
  receiptConfirmedOn: string | null;
  deletedOn: string | null;
  deletionRecordedAt: string | null;
  deletionRecordedBy: string | null;
  version: number;
}
