/** The rating of how well a team is integrated with its host service, as dated data. */
export interface IntegrationCriterion {
  key: string;
  label: string;
  definition: string;
}

export interface IntegrationLevel {
  key: 'low' | 'medium' | 'high';
  label: string;
  /** Lowest and highest sum of the level, both included. */
  from: number;
  to: number;
}

/** With this criterion at or below these points, the level is at most `highestLevel`. */
export interface IntegrationCap {
  criterion: string;
  points: number;
  highestLevel: IntegrationLevel['key'];
}

export interface IntegrationScheme {
  id: string;
  name: string;
  note: string;
  /** What 0, 1, 2 points mean, in this order. */
  pointLabels: string[];
  criteria: IntegrationCriterion[];
  /** From the lowest level to the highest. */
  levels: IntegrationLevel[];
  caps: IntegrationCap[];
}

export const integrationScheme2026: IntegrationScheme = {
  id: 'integration-2026',
  name: 'Integration with the host service, five criteria',
  note: 'The points and levels are our own: the published evaluation judged integration from interviews. Whether employment support and treatment come from the same provider is recorded, not rated. The rater may choose another level and says why.',
  pointLabels: ['Absent', 'Partly in place', 'In place'],
  criteria: [
    {
      key: 'co-location',
      label: 'Co-location',
      definition: 'Employment specialists work at the treatment service’s base.',
    },
    {
      key: 'team-meetings',
      label: 'Part in team meetings',
      definition: 'Employment specialists take part in the meetings of the treatment team.',
    },
    {
      key: 'shared-records',
      label: 'Shared records and IT',
      definition: 'Employment specialists read and write the treatment service’s records.',
    },
    {
      key: 'culture',
      label: 'Culture',
      definition:
        'Nobody holds referrals back, and work is talked about at any point of treatment.',
    },
    {
      key: 'commissioner-support',
      label: 'Commissioner support',
      definition: 'The commissioner of treatment backs employment support.',
    },
  ],
  levels: [
    { key: 'low', label: 'Low', from: 0, to: 3 },
    { key: 'medium', label: 'Medium', from: 4, to: 7 },
    { key: 'high', label: 'High', from: 8, to: 10 },
  ],
  caps: [{ criterion: 'co-location', points: 0, highestLevel: 'medium' }],
};
