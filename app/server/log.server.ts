/** Values of a log line. Never an address, a name, a typed text or the identifier of a client's record. */
type LogValue = string | number | boolean | null | undefined;

export type LogFields = Record<string, LogValue>;

/**
 * One JSON line to standard output: when (UTC), what, and the given values. The level is read where it is used: the
 * routes' bundle has its own copy of this file.
 */
export function log(event: string, fields: LogFields = {}): void {
  if (process.env.LOG_LEVEL === 'error' && event !== 'error') return;
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
}

/** An unexpected error with its stack, for whoever runs the server; the browser is told only that there was one. */
export function logError(error: unknown, fields: LogFields = {}): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  log('error', { ...fields, name, message, stack });
}
