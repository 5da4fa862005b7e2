/**
 * JSON of a report, the same bytes for the same report. What is not there is null, so that a field never comes and goes; a
 * number that is not finite is null too, which is what JSON can say.
 */
export function jsonOf(report: object): string {
  return JSON.stringify(report, (_, value: unknown) => (value === undefined ? null : value), 2);
}
