import type { z } from 'zod';

import type { FormValues } from './form-values.ts';

/** A schema as both sides use it: what goes in is whatever a form holds, which zod's own types say field by field. */
export function formSchema<Output>(schema: z.ZodType<Output>): z.ZodType<Output, FormValues> {
  return schema as unknown as z.ZodType<Output, FormValues>;
}
