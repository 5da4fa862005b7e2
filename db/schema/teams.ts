/** Teams, who works in them and where they work. */

export interface HostServicesTable {
  id: string;
  name: string;
  /** The organisation that runs the treatment service. */
  provider: string;
}

/** A published site groups one or more teams: a consortium's borough teams make up one. */
export interface SitesTable {
  id: string;
  name: string;
}

export interface TeamsTable {
  id: string;
  name: string;
  hostServiceId: string | null;
  siteId: string | null;
  /** The organisation that employs the employment specialists. */
  ipsProvider: string;
  region: string;
  startDate: string;
  endDate: string | null;
  version: number;
}

export interface TeamLocalAuthoritiesTable {
  id: string;
  teamId: string;
  localAuthority: string;
  fromDate: string;
  toDate: string | null;
}

export interface SpecialistsTable {
  id: string;
  teamId: string;
  userId: string | null;
  name: string;
  role: 'employment-specialist' | 'team-leader';
  employedFrom: string;
  employedTo: string | null;
  version: number;
}

export interface WorkingPatternsTable {
  id: string;
  specialistId: string;
  fromDate: string;
  /** Full-time equivalent, 0 to 1. */
  fte: number;
}

export interface SpecialistLeaveTable {
  id: string;
  specialistId: string;
  day: string;
  /** 1 a whole day, 0.5 half a day. */
  part: number;
}

export interface BankHolidaysTable {
  day: string;
  name: string;
}
