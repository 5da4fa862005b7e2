import { z } from 'zod';

/** A form that waits for its sender to sign in again. */
export interface KeptForm {
  /** The address that it is posted on to. */
  next: string;
  /** Names and values in their order. */
  fields: [name: string, value: string][];
}

const shape = z.array(z.tuple([z.string().max(200), z.string()])).max(5000);

/**
 * The posted fields of a form without files; undefined for any other body. Passwords are left out: they belong in no
 * page's source.
 */
export async function keptFields(request: Request): Promise<KeptForm['fields'] | undefined> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  const fields = [...new URLSearchParams(await request.text())];
  return fields.filter(([name]) => !/password/i.test(name));
}

/** The fields as they come back from the sign-in page's hidden input; undefined where there are none. */
export function readKeptFields(text: string | undefined): KeptForm['fields'] | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const result = shape.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
