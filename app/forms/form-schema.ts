import type { z } from 'zod';

import type { FormValues } from './form-values.ts';

/** A schema as both sides use it: what goes in is whatever a form holds, which zod's own types say field by field. */
export function formSchema<Output>(schema: z.ZodType<Output>): z.ZodType<Output, FormValues> {
  return schema as unknown as z.ZodType<Output, FormValues>;
}

/** The fields of a schema in the order in which it names them, which is that of the page. */
export function fieldOrder(schema: z.core.$ZodType): string[] {
  const { def } = schema._zod;
  if (isPipe(def)) return fieldOrder(def.in);
  return isObject(def) ? Object.keys(def.shape) : [];
}

// By what they say they are: the class itself would bring zod to a page that only asks.
const isPipe = (def: z.core.$ZodTypeDef): def is z.core.$ZodPipeDef => def.type === 'pipe';
const isObject = (def: z.core.$ZodTypeDef): def is z.core.$ZodObjectDef => def.type === 'object';

/** In the order of the fields on the page; what belongs to no field comes last. A date stands where its day does. */
export function inFieldOrder<Item>(
  items: readonly Item[],
  fieldOf: (item: Item) => string,
  order: readonly string[],
): Item[] {
  const place = (item: Item) => {
    const field = fieldOf(item);
    const found = order.findIndex((name) => name === field || name === `${field}Day`);
    return found === -1 ? order.length : found;
  };
  return [...items].sort((one, other) => place(one) - place(other));
}
