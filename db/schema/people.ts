/** Users, their sessions, and what keeps sign-in and forms safe. */

export type Role =
  | 'administrator'
  | 'reviewer'
  | 'team-leader'
  | 'employment-specialist'
  | 'host-representative'
  | 'national-reader'
  | 'national-analyst';

export interface UsersTable {
  id: string;
  /** Lower case; the only personal address kept. */
  email: string;
  name: string;
  role: Role;
  /** Team leaders and employment specialists. */
  teamId: string | null;
  /** Host representatives. */
  hostServiceId: string | null;
  passwordHash: string;
  disabledAt: string | null;
  createdAt: string;
  passwordChangedAt: string;
  version: number;
}

export interface SessionsTable {
  /** SHA-256 of the cookie's token: a stolen file opens no session. */
  id: string;
  userId: string;
  createdAt: string;
  lastSeenAt: string;
  /** Twelve hours after sign-in, whatever happens. */
  expiresAt: string;
  endedAt: string | null;
  /** Browser family in words, for the list of own sessions. */
  device: string;
}

export interface SignInCountersTable {
  /** SHA-256 of the e-mail address tried, whether or not it exists. */
  id: string;
  failures: number;
  windowStartedAt: string;
  lockedUntil: string | null;
}

/** A form's one-time identifier with where its record is: a second post finds the first one's record. */
export interface SubmissionsTable {
  id: string;
  userId: string;
  location: string;
  createdAt: string;
}

export interface AuditRecordsTable {
  seq: number;
  at: string;
  actorId: string | null;
  /** insert, update, delete, sign-in, sign-off … */
  action: string;
  entity: string;
  entityId: string;
  teamId: string | null;
  /** JSON: names of changed fields and non-personal values. */
  detail: string;
  previousHash: string;
  hash: string;
}
