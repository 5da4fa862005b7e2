/** New baselines of a team's control charts: a person's decision, with the reason. */
export interface ChartBaselinesTable {
  id: string;
  teamId: string;
  /** Which chart: a key of app/over-time/measures.ts. */
  measure: string;
  /** First month of the new baseline, YYYY-MM. */
  month: string;
  reason: string;
  createdAt: string;
  createdBy: string | null;
  /** Set when it is taken back; it then counts nowhere. */
  removedAt: string | null;
  removedBy: string | null;
}
