import { existsSync } from 'node:fs';
import { isIP } from 'node:net';

import { z } from 'zod';

/** What the environment may say. Each rule's words are shown after the variable's name, so they start with "must". */
const environment = z.object({
  DATABASE_FILE: z
    .string()
    .min(1, 'must be the path of the database file')
    .default('data/golden-thread.sqlite'),
  HOST: z
    .string()
    .refine(
      (host) => host === 'localhost' || isIP(host) !== 0,
      'must be localhost or an IP address',
    )
    .default('127.0.0.1'),
  PORT: wholeNumber(1, 65535, 'must be a port from 1 to 65535').default(3000),
  ORIGIN: z
    .string()
    .refine(isBareOrigin, 'must be a scheme and a host only, like https://thread.example.org')
    .refine(
      keepsSecureCookies,
      'must begin with https:// unless it is on 127.0.0.1 or localhost: browsers keep the session cookie secret only there',
    )
    .optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 5, 'must be the number of proxies in front, 0 to 5').default(
    0,
  ),
  DEMO: z
    .enum(['0', '1'], { error: 'must be 1 for the demonstration, else 0' })
    .transform((value) => value === '1')
    .default(false),
  LINKAGE_FILE_MEGABYTES: wholeNumber(1, 500, 'must be a number of megabytes, 1 to 500').default(
    30,
  ),
  LOG_LEVEL: z.enum(['info', 'error'], { error: 'must be info or error' }).default('info'),
});

export interface Config {
  databaseFile: string;
  host: string;
  port: number;
  /** Scheme, host and port as people type them: posts from any other origin are refused. */
  origin: string;
  trustedProxyHops: number;
  isDemo: boolean;
  /** Largest file of a return that the import takes. */
  linkageFileBytes: number;
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** Settings from the environment, or an error that names each variable with its rule. */
export function readConfig(variables: Variables): Config {
  const result = environment.safeParse(withoutEmpty(variables));
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
    throw new Error(`The configuration cannot be used:\n${lines.join('\n')}\nSee .env.example.`);
  }
  const { DATABASE_FILE, HOST, PORT, ORIGIN, TRUSTED_PROXY_HOPS, DEMO, LINKAGE_FILE_MEGABYTES } =
    result.data;
  return {
    databaseFile: DATABASE_FILE,
    host: HOST,
    port: PORT,
    origin: ORIGIN ?? `http://${isIP(HOST) === 6 ? `[${HOST}]` : HOST}:${PORT}`,
    trustedProxyHops: TRUSTED_PROXY_HOPS,
    isDemo: DEMO,
    linkageFileBytes: LINKAGE_FILE_MEGABYTES * 1024 * 1024,
  };
}

/** Reads .env where there is one; what the environment already says wins. */
export function loadEnvironmentFile(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

/** A line like "ORIGIN=" means: not set. */
function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

function wholeNumber(from: number, to: number, rule: string) {
  return z
    .string()
    .regex(/^\d{1,6}$/, rule)
    .transform(Number)
    .refine((n) => n >= from && n <= to, rule);
}

function isBareOrigin(value: string): boolean {
  return (
    URL.canParse(value) &&
    /^https?:$/.test(new URL(value).protocol) &&
    new URL(value).origin === value
  );
}

function keepsSecureCookies(value: string): boolean {
  if (!URL.canParse(value)) return true;
  const { protocol, hostname } = new URL(value);
  return (
    protocol === 'https:' ||
    hostname === '127.0.0.1' ||
    hostname === 'localhost' ||
    hostname === '[::1]'
  );
}
