import type { Db } from '#db/connection/open-database.ts';
import { findLinkageLayout, listLinkageLayouts } from '#db/queries/linkage-layouts.ts';

import { builtInLayouts, type ReturnLayout } from './layouts.ts';

/** Where a layout comes from, and whether a return may still be read by it. */
export type LayoutState = 'built-in' | 'kept' | 'retired';

export interface NamedLayout {
  /** As in the address of its page. */
  id: string;
  layout: ReturnLayout;
  state: LayoutState;
  /** null for those built in. */
  kept: {
    createdAt: string;
    createdByName: string | null;
    retiredAt: string | null;
    version: number;
  } | null;
}

/** Those built in, then those kept under a name, retired ones too. */
export async function listNamedLayouts(db: Db): Promise<NamedLayout[]> {
  const builtIn = builtInLayouts.map((layout): NamedLayout => ({
    id: layout.name.toLowerCase().replaceAll(' ', '-'),
    layout,
    state: 'built-in',
    kept: null,
  }));
  const rows = await listLinkageLayouts(db);
  return [
    ...builtIn,
    ...rows.map(({ id, layout, name: _name, ...kept }): NamedLayout => {
      const state = kept.retiredAt === null ? 'kept' : 'retired';
      return { id, layout: asLayout(layout), state, kept };
    }),
  ];
}

/** The layouts that a return may be read by. */
export async function listLayouts(db: Db): Promise<ReturnLayout[]> {
  const named = await listNamedLayouts(db);
  return named.filter(({ state }) => state !== 'retired').map(({ layout }) => layout);
}

/** The layout that an import names, also where it was retired since. */
export async function getLayout(db: Db, name: string): Promise<ReturnLayout> {
  const builtIn = builtInLayouts.find((layout) => layout.name === name);
  if (builtIn !== undefined) return builtIn;
  const kept = await findLinkageLayout(db, name);
  if (kept === undefined) throw new Error(`There is no layout called ${name}`);
  return asLayout(kept.layout);
}

/** What is kept has been through the form's schema. */
const asLayout = (text: string): ReturnLayout => JSON.parse(text) as ReturnLayout;
