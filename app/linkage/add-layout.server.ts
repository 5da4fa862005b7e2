import type { FieldError } from '#app/forms/form-values.ts';
import type { Actor, RecordChange, Trx } from '#db/audit/change.ts';
import { findLinkageLayout, insertLinkageLayout } from '#db/queries/linkage-layouts.ts';

import { builtInLayouts, type ReturnLayout } from './layouts.ts';

/** Thrown where another layout, perhaps a retired one, has the name: imports are told by it. */
export class LayoutNameTakenError extends Error {
  readonly error: FieldError;

  constructor() {
    const message = 'There is a layout of this name already: choose another';
    super(message);
    this.name = 'LayoutNameTakenError';
    this.error = { field: 'name', message };
  }
}

/** Keeps a layout under its name; its id. */
export async function addLayout(
  trx: Trx,
  record: RecordChange,
  actor: Actor,
  layout: ReturnLayout,
): Promise<string> {
  const { name } = layout;
  const isBuiltIn = builtInLayouts.some((one) => one.name === name);
  if (isBuiltIn || (await findLinkageLayout(trx, name)) !== undefined) {
    throw new LayoutNameTakenError();
  }
  return insertLinkageLayout(trx, record, actor, { name, layout: JSON.stringify(layout) });
}
