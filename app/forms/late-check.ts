import { useEffect, useState } from 'react';
import type { Resolver } from 'react-hook-form';
import type { z } from 'zod';

import { fieldOrder, inFieldOrder } from './form-schema.ts';
import type { FormValues } from './form-values.ts';

/** Fetches a form's schema by a dynamic import, so that its module and zod are no part of the page itself. */
export type SchemaLoader = () => Promise<z.ZodType<unknown, FormValues>>;

/**
 * The check of a form by its schema. Where it cannot be fetched nothing is found wrong and the form is sent as it
 * is: the action runs the same schema in any case.
 */
export async function fetchCheck(load: SchemaLoader): Promise<Resolver<FormValues>> {
  try {
    const [{ zodResolver }, schema] = await Promise.all([
      import('@hookform/resolvers/zod'),
      load(),
    ]);
    return inOrder(
      zodResolver(schema as never) as unknown as Resolver<FormValues>,
      fieldOrder(schema),
    );
  } catch {
    return findNothing;
  }
}

/** As the action does it: the summary lists its errors from the top of the page downwards. */
function inOrder(check: Resolver<FormValues>, order: readonly string[]): Resolver<FormValues> {
  return async (values, context, options) => {
    const result = await check(values, context, options);
    const errors = inFieldOrder(Object.entries(result.errors), ([field]) => field, order);
    return { ...result, errors: Object.fromEntries(errors) } as typeof result;
  };
}

export const findNothing: Resolver<FormValues> = (values) => ({ values, errors: {} });

/** Fetches it as soon as somebody begins to fill in the page, so that it is there when the form is sent. */
export function useEarlyFetch(load: SchemaLoader): void {
  const [first] = useState(() => load);
  useEffect(() => {
    const fetchNow = () => void fetchCheck(first);
    document.addEventListener('focusin', fetchNow, { once: true });
    return () => document.removeEventListener('focusin', fetchNow);
  }, [first]);
}
